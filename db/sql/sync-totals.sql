-- What the runs of a sync have brought.
select count(distinct channel_id)::int, count(*) filter (where status <> 'failed'), coalesce(sum(readings_fetched), 0),
  coalesce(sum(readings_inserted), 0), coalesce(sum(readings_updated), 0), coalesce(sum(readings_unchanged), 0),
  coalesce(sum(readings_rejected), 0)
from ingestion_logs where run_id = any(:runs)
