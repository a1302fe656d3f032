-- How many findings a run of the checks has closed. Parameter: the run.
select count(*) from quality_findings where last_run_id = ? and closed_at is not null
