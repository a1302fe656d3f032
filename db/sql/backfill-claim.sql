-- Claims the next window for this process and returns what its poll needs to know of the channel. Of each channel only
-- the oldest open window of a job can be claimed, so that readings arrive in order and a reading after a gap is
-- recognised. Windows that another process is claiming are skipped. A claim made in the future, and a pause that is
-- longer than any, were stored while the database server's clock was wrong: neither is believed.
with head as (
  select w.window_id
  from backfill_windows w join backfill_jobs j using (job_id)
  where w.state = 'open' and j.state = 'open' and (:#job_id::bigint is null or j.job_id = :#job_id::bigint)
    and (coalesce(w.claimed_until, '-infinity') <= clock_timestamp()
      or w.claimed_at > clock_timestamp() + interval '1 minute')
    and (coalesce(w.not_before, '-infinity') <= clock_timestamp()
      or w.not_before > clock_timestamp() + :#pause_max::interval + interval '1 minute')
    and not exists (select from backfill_windows e
      where e.job_id = w.job_id and e.channel_id = w.channel_id and e.state = 'open'
      and e.window_start < w.window_start)
  order by w.job_id, w.window_start, w.channel_id
  limit 1
  for update of w skip locked
), taken as (
  update backfill_windows w set claimed_by = :#process, claimed_at = clock_timestamp(),
    claimed_until = clock_timestamp() + :#lease::interval, attempts = w.attempts + 1
  from head where w.window_id = head.window_id
  returning w.window_id, w.job_id, w.channel_id, w.window_start, w.window_end
)
select t.window_id, t.job_id, j.kind, c.channel_id, c.channel_name, c.organization_id, c.device_type, c.channel_type,
  c.interval_seconds, c.installed_at, c.uninstalled_at,
       p.cursor, p.last_reading_at, p.window_max_seconds, array_to_string(p.fields, ',') as fields,
         coalesce(p.fields_proven, false) as fields_proven,
       coalesce(p.strikes, 0) as strikes, coalesce(p.consecutive_failures, 0) as consecutive_failures,
         coalesce(p.state, 'live') as state, p.state_reason, p.state_since, p.look_back_seconds,
       array_to_string(f.fields, ',') as device_type_fields,
       (select max(r."timestamp") from readings r
         where r.channel_id = c.channel_id and r."timestamp" < t.window_start) as previous_at,
       t.window_start as range_start, t.window_end as range_end
from taken t
join backfill_jobs j using (job_id)
join channels c on c.channel_id = t.channel_id
left join poll_state p on p.channel_id = t.channel_id
left join device_type_fields f using (device_type)
