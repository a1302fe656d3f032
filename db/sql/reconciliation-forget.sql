-- Deletes the single differing slots of reconciliations that ended before a time. Parameter: the time.
delete from reading_differences where job_id in (select job_id from backfill_jobs where finished_at < ?)
