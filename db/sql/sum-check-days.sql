-- Spans that can be compared with the source's register: local days that are over, with readings, of channels that the
-- source serves; and, for a reading that includes a gap from before its day, all days from the beginning of the gap.
-- earlier_kwh is the energy of readings that include a gap from before the span (or of unknown length): some of it may
-- be of other days. caught_up is the number of missing slots of the span whose energy a later reading of it includes.
with served as (
  select q.*, c.channel_name from channel_day_quality q
  join channels c using (channel_id) join poll_state p using (channel_id)
  where q.settled and c.active and p.state = 'live'
    and (:#channel_ids::int[] is null or q.channel_id = any (:#channel_ids::int[]))
    and q.day_end <= :#to::timestamptz
), wanted as (
  select * from served
  where day_end > greatest(:#from::timestamptz, :#to::timestamptz - make_interval(days => :#days_max::int))
    and kept > 0 and energy_null < kept
), caught_up as (
  select q.channel_id, q.channel_name, q.day_start, q.day_end, q.interval_seconds, r."timestamp", r.energy_kwh, s.span,
    e.is_complete
  from wanted q
  join readings r on r.channel_id = q.channel_id and r."timestamp" >= q.day_start and r."timestamp" < q.day_end
  cross join lateral (select energy_elsewhere(r.quality_method, r."timestamp", q.interval_seconds) as span) s
  left join v_energy_elsewhere e on e.channel_id = r.channel_id and e."timestamp" = r."timestamp"
    and e."timestamp" >= q.day_start and e."timestamp" < q.day_end
  where q.suspect > 0 and r.data_quality = 'suspect' and is_catch_up(r.quality_method)
), by_day as (
  select q.channel_id, q.channel_name, q.day_start, q.day_end, q.kept - q.energy_null as kept, q.energy_null,
    q.expected, coalesce(q.energy_kwh, 0) - q.estimated_kwh as kept_kwh, u.earlier_kwh, u.caught_up
  from wanted q
  cross join lateral (
    select coalesce(sum(r.energy_kwh) filter (where r.span is null or lower(r.span) < q.day_start), 0) as earlier_kwh,
      coalesce(sum(extract(epoch from r."timestamp" - greatest(lower(r.span), q.day_start)) / q.interval_seconds), 0)
        as caught_up
    from caught_up r
    where r.channel_id = q.channel_id and r.day_start = q.day_start and r.is_complete is not true
  ) u
), by_gap as (
  -- estimates that distribute the energy of the gap count here, since the reading is reduced by them
  select r.channel_id, r.channel_name, min(d.day_start) as day_start, r.day_end,
    sum(d.kept - d.energy_null)::int as kept, sum(d.energy_null)::int as energy_null, sum(d.expected)::int as expected,
    sum(d.energy_kwh) as kept_kwh, 0::float8 as earlier_kwh,
    extract(epoch from r."timestamp" - lower(r.span)) / r.interval_seconds as caught_up
  from caught_up r
  join served d on d.channel_id = r.channel_id and d.day_end > lower(r.span) and d.day_end <= r.day_end
  where lower(r.span) < r.day_start and not exists (select from caught_up o where o.channel_id = r.channel_id
    and o.day_start = r.day_start and o."timestamp" <> r."timestamp"
    and (o.span is null or lower(o.span) < r.day_start))
  group by r.channel_id, r.channel_name, r.day_end, r."timestamp", r.span, r.interval_seconds
)
select * from by_day
union all
select * from by_gap where kept + caught_up >= expected
order by channel_id, day_start, day_end
