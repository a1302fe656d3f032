-- Days that can be compared with the source's register: over, with readings, of channels that the source serves.
-- earlier_kwh is the energy of readings that include a gap from before the day (or of unknown length): some of it may
-- be of other days. caught_up is the number of missing slots of the day whose energy a later reading of it includes.
select q.channel_id, c.channel_name, q.day_start, q.day_end, q.kept - q.energy_null as kept, q.energy_null, q.expected,
  coalesce(q.energy_kwh, 0) - q.estimated_kwh as kept_kwh, u.earlier_kwh, u.caught_up
from channel_day_quality q join channels c using (channel_id) join poll_state p using (channel_id)
cross join lateral (
  select coalesce(sum(r.energy_kwh) filter (where s.span is null or lower(s.span) < q.day_start), 0) as earlier_kwh,
    coalesce(sum(extract(epoch from r."timestamp" - greatest(lower(s.span), q.day_start)) / q.interval_seconds), 0)
      as caught_up
  from readings r
  cross join lateral (select energy_elsewhere(r.quality_method, r."timestamp", q.interval_seconds) as span) s
  left join v_energy_elsewhere e on e.channel_id = r.channel_id and e."timestamp" = r."timestamp"
    and e."timestamp" >= q.day_start and e."timestamp" < q.day_end
  where q.catch_up_kwh <> 0 and r.channel_id = q.channel_id and r."timestamp" >= q.day_start
    and r."timestamp" < q.day_end and r.data_quality = 'suspect' and is_catch_up(r.quality_method)
    and e.is_complete is not true
) u
where q.settled and q.kept > 0 and q.energy_null < q.kept and c.active and p.state = 'live'
  and (:#channel_ids::int[] is null or q.channel_id = any (:#channel_ids::int[]))
  and q.day_end > greatest(:#from::timestamptz, :#to::timestamptz - make_interval(days => :#days_max::int))
    and q.day_end <= :#to::timestamptz
order by q.channel_id, q.day_start
