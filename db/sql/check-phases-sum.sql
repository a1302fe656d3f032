-- Phases whose sum is not the total. Returns channel_id, finding_start, finding_end (exclusive) and found, for people.
-- The search begins at look_from, so that a span that continues keeps its start.
with seen as (
  select channel_id, "timestamp", make_interval(secs => interval_seconds) as length,
    case when abs(power_kw_l1 + power_kw_l2 + power_kw_l3 - power_kw) > greatest(:#least_kw::float8,
      :#tolerance::float8 * abs(power_kw)) then abs(power_kw_l1 + power_kw_l2 + power_kw_l3 - power_kw)
      when abs(energy_kwh_l1 + energy_kwh_l2 + energy_kwh_l3 - energy_kwh) / hours > greatest(:#least_kw::float8,
        :#tolerance::float8 * abs(energy_kwh) / hours)
      then abs(energy_kwh_l1 + energy_kwh_l2 + energy_kwh_l3 - energy_kwh) / hours end as off_kw
  from checked_readings(:#look_from::timestamptz, :#to::timestamptz, :#channel_ids::int[])
), runs as (
  select *, sum(case when off_kw is null then 1 else 0 end) over (partition by channel_id order by "timestamp") as run
    from seen
)
select channel_id, min("timestamp") as finding_start, max("timestamp") + length as finding_end,
  format('%s readings whose phases and total are up to %s kW apart', count(*), round(max(off_kw)::numeric, 3)) as found
from runs where off_kw is not null group by channel_id, run, length
  having max("timestamp") + length > :#from::timestamptz
