-- The published result of a reconciliation by channel. Parameter: the number of its job.
select job_id, channel_id, range_start, range_end, compared, missing, changed, extra, rejected, unreadable, verdict,
       duration_seconds, array_to_string(array(select jsonb_array_elements_text(coalesce(samples -> 'extra', '[]'))),
         ',')
         as extra_slots
from reconciliations where job_id = ? order by channel_id
