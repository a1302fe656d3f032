-- Silences certain alerts for a while. What is null means all.
insert into alert_silences (rule, site_id, channel_id, starts_at, ends_at, reason, created_by)
values (:rule, :site, :channel::int, :start::timestamptz, :end::timestamptz, :reason, :who) returning silence_id
