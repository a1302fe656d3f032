-- Open windows of backfills, by hour, the newest last.
select value from forecast_samples
where measure = 'backfill' and sampled_at > :now::timestamptz - interval '673 hours' and sampled_at <= :now::timestamptz
order by sampled_at
