-- When each check ran for each channel last, and why it could not.
select channel_id, rule, ran_at, problem from quality_checks
