-- Slots with a second row off the grid (adopted rows that do not count are left out), and spans whose values repeat
-- those of the day before to the last digit. Returns channel_id, finding_start, finding_end (exclusive) and found, for
-- people. The search begins at look_from, so that a span that continues keeps its start.
with doubled as (
  select distinct r.channel_id, slot_at_or_before(r."timestamp", c.interval_seconds) as "timestamp", c.interval_seconds
  from readings r join channels c using (channel_id)
  where (:#channel_ids::int[] is null or r.channel_id = any (:#channel_ids::int[]))
    and r."timestamp" >= :#look_from::timestamptz and r."timestamp" < :#to::timestamptz
    and extract(epoch from r."timestamp") % c.interval_seconds <> 0 and is_counted(r.data_quality, r.quality_method)
    and exists (select from readings o
      where o.channel_id = r.channel_id and o."timestamp" = slot_at_or_before(r."timestamp", c.interval_seconds)
        and is_counted(o.data_quality, o.quality_method))
), repeated as (
  select a.channel_id, a."timestamp", a.interval_seconds
  from checked_readings(:#look_from::timestamptz, :#to::timestamptz, :#channel_ids::int[]) a
  join readings b on b.channel_id = a.channel_id and b."timestamp" = a."timestamp" - interval '24 hours'
    and b.energy_kwh = a.energy_kwh and b.power_kw = a.power_kw and b.voltage_v = a.voltage_v
  where a.power_kw <> 0
), runs as (
  select *, extract(epoch from "timestamp") / interval_seconds - row_number() over (partition by kind, channel_id
    order by "timestamp") as run
  from (select 'off the grid' as kind, * from doubled union all select 'equal to those of 24 h before' as kind, *
    from repeated) both_kinds
)
select channel_id, min("timestamp") as finding_start,
  max("timestamp") + make_interval(secs => interval_seconds) as finding_end,
  format('%s readings %s', count(*), kind) as found
from runs group by kind, channel_id, run, interval_seconds
having (kind = 'off the grid' or count(*) * interval_seconds >= :#least_seconds::float8)
  and max("timestamp") + make_interval(secs => interval_seconds) > :#from::timestamptz
