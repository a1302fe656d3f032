-- Power far above both neighbours and above the usual peak of the day and the week before. A neighbour that is missing
-- says nothing; then the channel needs some history to compare with. The newest reading has no right neighbour yet and
-- is checked in the next run. Returns channel_id, finding_start, finding_end (exclusive) and
-- found, for people. The search begins at look_from, so that a span that continues keeps its start.
with seen as (
  select *, lead("timestamp") over slots as after_at,
    case when lag("timestamp") over slots = "timestamp" - length then lag(kw) over slots end as before_kw,
    case when lead("timestamp") over slots = "timestamp" + length then lead(kw) over slots end as after_kw
  from (select channel_id, "timestamp", make_interval(secs => interval_seconds) as length,
    coalesce(power_kw, energy_kwh / hours) as kw
    from checked_readings(:#look_from::timestamptz, :#to::timestamptz, :#channel_ids::int[])) readings
  window slots as (partition by channel_id order by "timestamp")
), candidates as (
  select s.*, b.beside_kw from seen s
  cross join lateral (select coalesce(greatest(before_kw, after_kw), 0) as beside_kw) b
  where after_at is not null and beside_kw >= 0
    and kw > :#factor_neighbours::float8 * beside_kw and kw - beside_kw >= :#least_kw::float8
    and "timestamp" + length > :#from::timestamptz
)
select c.channel_id, c."timestamp" as finding_start, c."timestamp" + c.length as finding_end,
  format('power %s kW between neighbours of at most %s kW; usual peak %s kW', round(c.kw::numeric, 3),
    round(c.beside_kw::numeric, 3), round(u.usual_kw::numeric, 3)) as found
from candidates c
cross join lateral (
  select coalesce(greatest(percentile_cont(0.95) within group (order by r.power_kw)
    filter (where r."timestamp" >= c."timestamp" - interval '12 hours'),
      max(r.power_kw) filter (where r."timestamp" < c."timestamp" - c.length)), 0) as usual_kw,
    count(r.power_kw) as n
  from readings r
    where r.channel_id = c.channel_id and r."timestamp" >= c."timestamp" - interval '7 days'
    and r."timestamp" < c."timestamp" + interval '12 hours'
    and r."timestamp" <> c."timestamp" and r.data_quality = 'measured'
) u
where c.kw > :#factor_day::float8 * u.usual_kw
  and (num_nonnulls(c.before_kw, c.after_kw) = 2 or u.n >= 24 and u.usual_kw > 0)
