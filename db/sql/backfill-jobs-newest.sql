-- The progress of the newest backfill jobs, newest first. Parameter: how many.
select p.* from (select job_id from backfill_jobs order by job_id desc limit ?) n
cross join backfill_progress(n.job_id) p order by p.job_id desc
