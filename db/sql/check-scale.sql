-- Whole days with twice or half the energy of the same weekdays before, including the load at its quietest: a holiday
-- halves the energy of a day, but not that of the night. Returns channel_id, finding_start, finding_end (exclusive) and
-- found, for people. The search begins at look_from, so that a span that continues keeps its start.
with whole as (
  select channel_id, local_day, day_start, day_end, energy_kwh from channel_day_quality
  where settled and kept >= 0.9 * expected and expected > 0 and catch_up_kwh = 0 and energy_kwh >= :#least_kwh::float8
    and (:#channel_ids::int[] is null or channel_id = any (:#channel_ids::int[]))
    and day_end > :#look_from::timestamptz - make_interval(days => 7 * :#weeks_before::int + 1)
      and day_start < :#to::timestamptz
), compared as (
  select d.*, d.energy_kwh / nullif(b.usual_kwh, 0) as ratio, b.day_starts,
    row_number() over (partition by d.channel_id order by d.local_day) as nth
  from whole d
  cross join lateral (
    select percentile_cont(0.5) within group (order by w.energy_kwh) as usual_kwh,
      array_agg(w.day_start) as day_starts, count(*) as n from whole w
    where w.channel_id = d.channel_id and w.local_day < d.local_day
      and w.local_day >= d.local_day - 7 * :#weeks_before::int and (d.local_day - w.local_day) % 7 = 0
  ) b
  where d.day_end > :#look_from::timestamptz and b.n >= 2
), scaled as (
  select c.*, f.factor from compared c
  join (values (2.0), (0.5)) f(factor) on c.ratio between f.factor * (1 - :#tolerance::float8)
    and f.factor * (1 + :#tolerance::float8)
  cross join lateral (
    select percentile_cont(0.1) within group (order by r.power_kw) filter (where r."timestamp" >= c.day_start)
      as quiet_kw,
      percentile_cont(0.1) within group (order by r.power_kw) filter (where r."timestamp" < c.day_start)
        as usual_quiet_kw
    from unnest(c.day_starts || c.day_start) day
    join readings r on r.channel_id = c.channel_id and r."timestamp" >= day
      and r."timestamp" < day + interval '24 hours'
  ) q
  where coalesce(q.usual_quiet_kw, 0) < 0.01
    or q.quiet_kw / q.usual_quiet_kw between f.factor * (1 - 2 * :#tolerance::float8)
    and f.factor * (1 + 2 * :#tolerance::float8)
), runs as (
  select *, nth - row_number() over (partition by channel_id, factor order by local_day) as run from scaled
)
select channel_id, min(day_start) as finding_start, max(day_end) as finding_end,
  format('%s days in a row with %s times the energy of the same weekdays before', count(*),
    round(avg(ratio)::numeric, 2)) as found
from runs group by channel_id, factor, run
  having count(*) >= :#least_days::float8 and max(day_end) > :#from::timestamptz
