-- Only zeros on a channel that was in use. Returns channel_id, finding_start, finding_end (exclusive) and found, for
-- people. The search begins at look_from; a run that is there already has its own start, however long ago that is.
with seen as (
  select channel_id, "timestamp", make_interval(secs => interval_seconds) as length,
    coalesce(power_kw, 0) = 0 and coalesce(energy_kwh, 0) = 0 as is_zero,
    sum(case when coalesce(power_kw, 0) = 0 and coalesce(energy_kwh, 0) = 0 then 0 else 1 end)
      over (partition by channel_id order by "timestamp") as run
  from checked_readings(:#look_from::timestamptz, :#to::timestamptz, :#channel_ids::int[])
  where num_nonnulls(power_kw, energy_kwh) > 0
), runs as (
  select channel_id, run, min("timestamp") as first_seen, max("timestamp") + length as finding_end, count(*) as n,
    length
  from seen where is_zero group by channel_id, run, length
), begun as (
  -- run 0: no other value is seen before it
  select r.channel_id, r.finding_end, r.n + coalesce(b.n, 0) as n, coalesce(b.first_at, r.first_seen) as finding_start
  from runs r
  left join lateral (
    select count(*) as n, min(z."timestamp") as first_at from readings z
    where z.channel_id = r.channel_id and z."timestamp" < r.first_seen and z.data_quality in ('measured', 'suspect')
      and is_counted(z.data_quality, z.quality_method) and num_nonnulls(z.power_kw, z.energy_kwh) > 0
      and z."timestamp" > coalesce((
        select max(o."timestamp") from readings o
        where o.channel_id = r.channel_id and o."timestamp" < r.first_seen and (o.power_kw <> 0 or o.energy_kwh <> 0)
      ), '-infinity')
  ) b on r.run = 0
)
select r.channel_id, r.finding_start, r.finding_end,
  format('%s readings of zero; %s kW on average in the %s days before', r.n, round(u.usual_kw::numeric, 3),
  :#days_before::int) as found
from begun r
cross join lateral (
  select avg(power_kw) as usual_kw from readings
  where channel_id = r.channel_id and "timestamp" >= r.finding_start - make_interval(days => :#days_before::int)
    and "timestamp" < r.finding_start and data_quality = 'measured'
) u
where r.finding_end - r.finding_start >= make_interval(secs => :#least_seconds::float8)
  and r.finding_end > :#from::timestamptz and u.usual_kw > :#usual_kw::float8
