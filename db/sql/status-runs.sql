-- The newest five runs with their windows and readings.
select r.run_id, r.kind, r.started_at, r.finished_at, count(l.id) windows,
  count(l.id) filter (where l.status <> 'success') failed,
  coalesce(sum(l.readings_inserted), 0) inserted, coalesce(sum(l.readings_rejected), 0) rejected
from (select * from runs order by run_id desc limit 5) r left join ingestion_logs l on l.run_id = r.run_id
group by r.run_id, r.kind, r.started_at, r.finished_at
order by r.run_id desc
