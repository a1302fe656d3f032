-- open jobs first, then those of people: automatic ones are many and must not push them off the page
with page as (
    select j.job_id, j.state not in ('open', 'paused') as is_over, j.created_by like 'wattline%' as is_automatic
    from backfill_jobs j
    where :after::jsonb is null or (j.state not in ('open', 'paused'), j.created_by like 'wattline%', -j.job_id)
        > ((:after::jsonb->>0)::boolean, (:after::jsonb->>1)::boolean, -(:after::jsonb->>2)::bigint)
    order by 2, 3, 1 desc limit :limit
)
select p.job_id, p.kind, p.state, p.range_start, p.range_end, p.created_by, p.created_at, p.finished_at, p.channels,
    p.windows, p.windows_over, p.windows_failed, p.in_hand as windows_in_hand, coalesce(p.fetched, 0) as fetched,
    coalesce(p.inserted, 0) as inserted, coalesce(p.updated, 0) as updated, coalesce(p.rejected, 0) as rejected,
    p.readings_per_second, p.seconds_left, p.error,
    jsonb_build_array(n.is_over, n.is_automatic, n.job_id)::text as cursor
from page n cross join lateral backfill_progress(n.job_id) p
order by n.is_over, n.is_automatic, n.job_id desc
