-- Closes an alert; nothing happens where it is not open.
update alerts set state = 'resolved', resolved_at = :#now::timestamptz, last_seen_at = :#now::timestamptz
where alert_key = :#alert_key and state <> 'resolved'
returning alert_id, started_at
