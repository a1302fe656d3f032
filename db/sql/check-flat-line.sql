-- Power (not zero), energy and voltage that do not change at all. Returns channel_id, finding_start, finding_end
-- (exclusive) and found, for people. The search begins at look_from, so that a span that continues keeps its start.
with seen as (
  select *, case when "timestamp" = lag("timestamp") over slots + length and power_kw = lag(power_kw) over slots
    and voltage_v = lag(voltage_v) over slots
      and energy_kwh is not distinct from lag(energy_kwh) over slots then 0 else 1 end as breaks
  from (select *, make_interval(secs => interval_seconds) as length
    from checked_readings(:#look_from::timestamptz, :#to::timestamptz, :#channel_ids::int[])) readings
  where power_kw <> 0 and voltage_v is not null
  window slots as (partition by channel_id order by "timestamp")
), runs as (
  select *, sum(breaks) over (partition by channel_id order by "timestamp") as run from seen
)
select channel_id, min("timestamp") as finding_start, max("timestamp") + length as finding_end,
  format('power %s kW and voltage %s V for %s readings', min(power_kw), min(voltage_v), count(*)) as found
from runs group by channel_id, run, length
having max("timestamp") + length - min("timestamp") >= make_interval(secs => :#least_seconds::float8)
  and max("timestamp") + length > :#from::timestamptz
