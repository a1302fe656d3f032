-- Logs a window that was requested and not kept: one row per channel and window, with the error.
insert into ingestion_logs as l (organization_id, channel_id, start_time, end_time, status, error_message, run_id,
  resolution_seconds, request)
select coalesce(c.organization_id, 'unknown'), c.channel_id, :#start_time::timestamptz, :#end_time::timestamptz,
  'failed', :#error_message,
       :#run_id::bigint, :#resolution_seconds::int, :#request
from channels c where c.channel_id = :#channel_id::int
on conflict (run_id, channel_id, start_time, end_time) where run_id is not null
do update set status = excluded.status, error_message = excluded.error_message
