-- Power or energy below zero where nothing exports. Returns channel_id, finding_start, finding_end (exclusive) and
-- found, for people. The search begins at look_from, so that a span that continues keeps its start.
with seen as (
  select channel_id, "timestamp", make_interval(secs => interval_seconds) as length,
    least(power_kw, energy_kwh / hours) as kw,
    sum(case when least(power_kw, energy_kwh / hours) < 0 then 0 else 1 end) over (partition by channel_id
      order by "timestamp") as run
  from checked_readings(:#look_from::timestamptz, :#to::timestamptz, :#channel_ids::int[])
  where energy_export_kwh is null and (channel_type is null or channel_type <> all (:#except_types::text[]))
)
select channel_id, min("timestamp") as finding_start, max("timestamp") + length as finding_end,
  format('%s readings below zero, down to %s kW', count(*), round(min(kw)::numeric, 3)) as found
from seen where kw < 0 group by channel_id, run, length
having max("timestamp") + length - min("timestamp") >= make_interval(secs => :#least_seconds::float8)
  and max("timestamp") + length > :#from::timestamptz
