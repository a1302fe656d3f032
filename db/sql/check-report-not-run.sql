-- Checks that could not run, and at how many channels. Parameter: the run.
select rule || ' at ' || count(*) || ' channel(s): ' || min(problem) from quality_checks
where run_id = ? and problem is not null group by rule order by rule
