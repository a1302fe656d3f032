select gap_id, gap_start as start, gap_end as "end", reason, fillable, case when closed_at is null then 'open'
    else close_reason end as state, missing_slots as missing_readings
from data_gaps
where channel_id = :id::integer and gap_start < :end::timestamptz and gap_end > :start::timestamptz
    and close_reason is distinct from 'merged'
order by gap_start limit 2000
