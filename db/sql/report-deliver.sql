-- Writes a delivery of a report, once for the same recipients. A person who asks for it again gets it again.
insert into report_deliveries (report_id, channel, recipients, message_id, created_at, next_attempt_at)
values (:report::bigint, :channel, :recipients, :message, :now::timestamptz, :now::timestamptz)
on conflict (message_id) do nothing
