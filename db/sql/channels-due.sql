-- The channels to poll: those that are due, the longest waiting first, or those of a requested range. A dead or
-- paused channel becomes due by next_poll_at like any other. An inactive channel is not polled; an uninstalled one
-- until its last slot is read. previous_at is the last reading before the first window, which shows the energy of a
-- gap; an estimate is none. A time further ahead than interval, back-off and retry of a dead channel allow was stored
-- while the clock was wrong: the channel is due. 'infinity' is the time of a channel that somebody else reads now.
select c.channel_id, c.channel_name, c.organization_id, c.device_type, c.channel_type, c.interval_seconds,
  c.installed_at, c.uninstalled_at,
       p.cursor, p.last_reading_at, p.window_max_seconds, array_to_string(p.fields, ',') as fields, p.fields_proven,
         p.strikes,
       p.consecutive_failures, p.state, p.state_reason, p.state_since, p.look_back_seconds,
         array_to_string(f.fields, ',') as device_type_fields,
       (select max(r."timestamp") from readings r where r.channel_id = c.channel_id and r.data_quality <> 'estimated'
          and r."timestamp" < to_timestamp(floor(extract(epoch
            from coalesce(:#range_start::timestamptz, p.cursor - coalesce(make_interval(secs => p.look_back_seconds),
            :#look_back::interval)))
            / c.interval_seconds) * c.interval_seconds)) as previous_at,
       :#range_start::timestamptz as range_start, :#range_end::timestamptz as range_end
from channels c
join poll_state p using (channel_id)
left join device_type_fields f using (device_type)
where (:#channel_ids::int[] is null or c.channel_id = any (:#channel_ids::int[]))
  and case when :#range_start::timestamptz is not null then true
      else c.active and (coalesce(p.next_poll_at, '-infinity') <= :#now::timestamptz
          or p.next_poll_at <> 'infinity' and p.next_poll_at > :#now::timestamptz
            + case when p.state = 'live' then greatest(:#retry_max::interval,
                make_interval(secs => c.interval_seconds) + :#delay::interval)
              else :#dead_retry::interval end)
        and (c.uninstalled_at is null or p.cursor is null or p.cursor < c.uninstalled_at) end
order by p.next_poll_at nulls first, c.channel_id
