-- Ends the runs of a process that was killed: at their last logged window, or else at their start. A run of another
-- process that still works ends later by itself.
update runs r set finished_at = greatest(r.started_at,
  (select max(l.created_at) from ingestion_logs l where l.run_id = r.run_id))
where r.finished_at is null and r.started_at < :now::timestamptz
returning run_id
