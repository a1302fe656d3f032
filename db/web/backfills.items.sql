select p.job_id, p.kind, p.state, p.range_start, p.range_end, p.created_by, p.created_at, p.finished_at, p.channels,
    p.windows, p.windows_over, p.windows_failed, p.in_hand as windows_in_hand,
    coalesce(p.fetched, 0) as fetched, coalesce(p.inserted, 0) as inserted, coalesce(p.updated, 0) as updated,
        coalesce(p.rejected, 0) as rejected, p.readings_per_second, p.seconds_left, p.error,
        jsonb_build_array(p.job_id)::text as cursor
from (select job_id as newest from backfill_jobs where job_id < coalesce((:after::jsonb->>0)::bigint,
    9223372036854775807) order by job_id desc limit :limit) n,
    backfill_progress(n.newest) p
order by p.job_id desc
