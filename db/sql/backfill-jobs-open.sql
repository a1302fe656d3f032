-- The progress of the backfill jobs that are open or paused, oldest first.
select p.* from backfill_jobs j cross join backfill_progress(j.job_id) p where j.state in ('open', 'paused')
order by p.job_id
