-- Days that can be compared with the source's register: over, with every reading due, of channels that the source
-- serves.
select q.channel_id, c.channel_name, q.day_start, q.day_end, q.kept - q.energy_null as kept, q.expected, q.catch_up_kwh,
  coalesce(q.energy_kwh, 0) - q.estimated_kwh as kept_kwh
from channel_day_quality q join channels c using (channel_id) join poll_state p using (channel_id)
where q.settled and q.kept > 0 and q.energy_null < q.kept and c.active and p.state = 'live'
  and (:#channel_ids::int[] is null or q.channel_id = any (:#channel_ids::int[]))
  and q.day_end > greatest(:#from::timestamptz, :#to::timestamptz - make_interval(days => :#days_max::int))
    and q.day_end <= :#to::timestamptz
order by q.channel_id, q.day_start
