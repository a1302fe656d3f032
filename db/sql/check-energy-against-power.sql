-- Energy that is not power times the length of the interval. Export counts against use. Returns channel_id,
-- finding_start, finding_end (exclusive) and found, for people. The search begins at look_from, so that a span that
-- continues keeps its start.
with seen as (
  select channel_id, "timestamp", make_interval(secs => interval_seconds) as length,
    energy_kwh - coalesce(energy_export_kwh, 0) as kwh, power_kw * hours as of_power_kwh
  from checked_readings(:#look_from::timestamptz, :#to::timestamptz, :#channel_ids::int[])
), runs as (
  select *, abs(kwh - of_power_kwh) > greatest(:#least_kwh::float8, :#tolerance::float8 * abs(of_power_kwh)) as is_off,
    sum(case when abs(kwh - of_power_kwh) > greatest(:#least_kwh::float8,
      :#tolerance::float8 * abs(of_power_kwh)) then 0 else 1 end)
      over (partition by channel_id order by "timestamp") as run
  from seen
)
select channel_id, min("timestamp") as finding_start, max("timestamp") + length as finding_end,
  format('%s readings with %s kWh where power gives %s kWh', count(*), round(sum(kwh)::numeric, 3),
    round(sum(of_power_kwh)::numeric, 3)) as found
from runs where is_off group by channel_id, run, length having max("timestamp") + length > :#from::timestamptz
