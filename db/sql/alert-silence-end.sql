-- Ends a silence now. No row where it has ended already, or does not exist.
update alert_silences set ends_at = greatest(:now::timestamptz, starts_at + interval '1 microsecond')
where silence_id = :silence and ends_at > :now::timestamptz returning silence_id
