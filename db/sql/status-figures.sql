-- The figures of ./wattline status. Lag is in seconds. now() is used so that a database of an older version answers
-- too.
select
  (select version from flyway_schema_history where success and version is not null
    order by installed_rank desc limit 1) schema_version,
  (select max("timestamp") from readings) newest,
  (select extract(epoch from now() - min(last_reading_at))::bigint
    from poll_state where state = 'live') lag,
  (select count(*) from readings where created_at > now() - interval '1 hour') last_hour,
  (select count(*) from alerts where state in ('firing', 'acknowledged')) alerts,
  (select count(*) from dead_letters where status = 'open') dead_letters,
  (select count(*) from data_gaps where closed_at is null and reason not in ('planned', 'not_yet_due')) gaps,
  (select coalesce(sum(missing_slots), 0) from data_gaps
    where closed_at is null and reason not in ('planned', 'not_yet_due')) missing
