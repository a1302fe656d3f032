-- Readings that were set aside because they began off the grid or in the future, day by day.
-- Gives channel_id, finding_start, finding_end (exclusive) and found, for people. Runs are looked for from look_from on, so that one that goes on keeps its start.
with astray as (
  select d.channel_id, d.reading_timestamp, c.interval_seconds, d.rule, date_trunc('day', d.reading_timestamp, 'UTC') as day
  from dead_letters d join channels c using (channel_id)
  where d.status = 'open' and d.rule in ('timestamp-on-grid', 'timestamp-not-future') and (:#channel_ids::int[] is null or d.channel_id = any (:#channel_ids::int[]))
    and d.reading_timestamp >= date_trunc('day', :#from::timestamptz, 'UTC') and d.reading_timestamp < :#to::timestamptz + interval '1 day'
)
select channel_id, slot_at_or_before(min(reading_timestamp), interval_seconds) as finding_start,
  slot_at_or_before(max(reading_timestamp), interval_seconds) + make_interval(secs => interval_seconds) as finding_end,
  format('%s readings off the grid by %s s as a rule, %s from the future', count(*) filter (where rule = 'timestamp-on-grid'),
    coalesce(mode() within group (order by (extract(epoch from reading_timestamp) % interval_seconds)::int) filter (where rule = 'timestamp-on-grid'), 0),
    count(*) filter (where rule = 'timestamp-not-future')) as found
from astray group by channel_id, interval_seconds, day
having count(*) >= :#least_readings::float8 and max(reading_timestamp) > :#from::timestamptz
