-- Measures once an hour what may become full, and the backlog. Old samples are deleted.
with measured as (
  select 'disk' as measure, :diskUsed::float8 as value, :diskSize::float8 as limit_value
  union all select 'spool', :spoolBytes::float8, :spoolMax::float8
  union all select 'database', pg_database_size(current_database()), :databaseMax::float8
  union all select 'requests', (select count(*) from ingestion_logs
    where created_at > :now::timestamptz - interval '24 hours' and created_at <= :now::timestamptz),
    :requestsMax::float8
  union all select 'backfill', (select count(*) from backfill_windows w join backfill_jobs j using (job_id)
    where w.state = 'open' and j.state = 'open'), 'Infinity'
), forgotten as (
  delete from forecast_samples where sampled_at < :now::timestamptz - interval '400 days'
)
insert into forecast_samples (measure, sampled_at, value, limit_value)
select measure, date_trunc('hour', :now::timestamptz), value, limit_value from measured where value is not null
on conflict (measure, sampled_at) do nothing
