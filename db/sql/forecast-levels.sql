-- The largest sample of each day of what has a limit, with the newest limit.
select measure as subject, (sampled_at at time zone 'UTC')::date as local_day, max(value) as value,
  (select limit_value from forecast_samples n where n.measure = s.measure and n.sampled_at < :now::timestamptz
    order by n.sampled_at desc limit 1) as limit_value
from forecast_samples s
where measure in ('disk', 'database', 'spool', 'requests') and sampled_at >= :first::date
  and sampled_at < :today::date
group by measure, 2 order by 1, 2
