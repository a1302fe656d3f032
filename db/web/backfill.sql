select p.job_id, p.kind, p.state, p.range_start, p.range_end, p.created_by, p.created_at, p.finished_at, p.channels,
    p.windows, p.windows_over, p.windows_failed, p.in_hand as windows_in_hand, coalesce(p.fetched, 0) as fetched,
    coalesce(p.inserted, 0) as inserted, coalesce(p.updated, 0) as updated, coalesce(p.rejected, 0) as rejected,
    p.readings_per_second, p.seconds_left, p.error
from backfill_progress(:id::bigint) p
