-- Readings that begin off the grid or arrive before their interval is over, by day: rejected ones and kept ones.
-- Adopted rows that do not count are left out. Kept readings are early where the run that brought them ended before
-- their interval did, by less than the rule timestamp-not-future allows. Returns channel_id, finding_start, finding_end
-- (exclusive) and found, for people. The search begins at look_from, so that a span that continues keeps its start.
with astray as (
  select d.channel_id, d.reading_timestamp, c.interval_seconds, d.rule = 'timestamp-on-grid' as off_grid,
    date_trunc('day', d.reading_timestamp, 'UTC') as day
  from dead_letters d join channels c using (channel_id)
  where d.status = 'open' and d.rule in ('timestamp-on-grid', 'timestamp-not-future')
    and (:#channel_ids::int[] is null or d.channel_id = any (:#channel_ids::int[]))
    and d.reading_timestamp >= date_trunc('day', :#from::timestamptz, 'UTC')
      and d.reading_timestamp < :#to::timestamptz + interval '1 day'
  union all
  select r.channel_id, r."timestamp", c.interval_seconds, k.off_grid, date_trunc('day', r."timestamp", 'UTC')
  from channels c
  join readings r on r.channel_id = c.channel_id and r."timestamp" >= date_trunc('day', :#from::timestamptz, 'UTC')
    and r."timestamp" < :#to::timestamptz + interval '1 day'
  left join runs u on u.run_id = r.run_id
  cross join lateral (select extract(epoch from r."timestamp") % c.interval_seconds <> 0 as off_grid) k
  where (:#channel_ids::int[] is null or c.channel_id = any (:#channel_ids::int[]))
    and r.data_quality in ('measured', 'suspect') and is_counted(r.data_quality, r.quality_method)
    and (k.off_grid or r."timestamp" + make_interval(secs => c.interval_seconds) > u.finished_at)
)
select channel_id, slot_at_or_before(min(reading_timestamp), interval_seconds) as finding_start,
  slot_at_or_before(max(reading_timestamp), interval_seconds) + make_interval(secs => interval_seconds) as finding_end,
  format('%s readings off the grid by %s s as a rule, %s from the future', count(*) filter (where off_grid),
    coalesce(mode() within group (order by (extract(epoch from reading_timestamp) % interval_seconds)::int)
      filter (where off_grid), 0),
    count(*) filter (where not off_grid)) as found
from astray group by channel_id, interval_seconds, day
having count(*) >= :#least_readings::float8 and max(reading_timestamp) > :#from::timestamptz
