-- Nothing but zeros on a channel that was in use.
-- Gives channel_id, finding_start, finding_end (exclusive) and found, for people. Runs are looked for from look_from on, so that one that goes on keeps its start.
with seen as (
  select channel_id, "timestamp", make_interval(secs => interval_seconds) as length, coalesce(power_kw, 0) = 0 and coalesce(energy_kwh, 0) = 0 as is_zero,
    sum(case when coalesce(power_kw, 0) = 0 and coalesce(energy_kwh, 0) = 0 then 0 else 1 end) over (partition by channel_id order by "timestamp") as run
  from checked_readings(:#look_from::timestamptz, :#to::timestamptz, :#channel_ids::int[]) where num_nonnulls(power_kw, energy_kwh) > 0
), runs as (
  select channel_id, min("timestamp") as finding_start, max("timestamp") + length as finding_end, count(*) as n from seen where is_zero group by channel_id, run, length
)
select r.channel_id, r.finding_start, r.finding_end, format('%s readings of zero; %s kW on average in the %s days before', r.n, round(u.usual_kw::numeric, 3), :#days_before::int) as found
from runs r
cross join lateral (
  select avg(power_kw) as usual_kw from readings where channel_id = r.channel_id and "timestamp" >= r.finding_start - make_interval(days => :#days_before::int)
    and "timestamp" < r.finding_start and data_quality = 'measured'
) u
where r.finding_end - r.finding_start >= make_interval(secs => :#least_seconds::float8) and r.finding_end > :#from::timestamptz and u.usual_kw > :#usual_kw::float8
