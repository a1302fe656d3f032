-- Publishes the results of reconciliations that have ended; gives them. Parameter: now.
select job_id, channel_id, range_start, range_end, compared, missing, changed, extra, rejected, unreadable, verdict,
       duration_seconds, array_to_string(array(select jsonb_array_elements_text(coalesce(samples -> 'extra', '[]'))),
         ',')
         as extra_slots
from publish_reconciliations(?::timestamptz) order by job_id, channel_id
