-- Keeps the result of a gap in one transaction: the estimated readings, the row of table estimates, and the end of the
-- gap. If a measurement has arrived meanwhile, nothing is estimated, since the rest would not add up to the known
-- total. A measurement that arrives at the same moment keeps its slot.
with asked as (
  select :#gap_id::bigint as gap_id, :#run_id::bigint as run_id, :#channel_id::int as channel_id,
    :#gap_start::timestamptz as gap_start,
    :#gap_end::timestamptz as gap_end, :#method::text as method, :#why_none::text as why_none,
      :#known_total_kwh::float8 as known_total_kwh,
    :#total_source::text as total_source, :#inputs::jsonb as inputs, :#now::timestamptz as now
), open as (
  select g.gap_id from data_gaps g
    join asked a on g.gap_id = a.gap_id and g.channel_id = a.channel_id and g.gap_start = a.gap_start
    and g.gap_end = a.gap_end
  where g.closed_at is null and g.fillable = false and g.reason is distinct from 'planned' for update of g
), free as (
  select a.*, exists (select from readings r
    where r.channel_id = a.channel_id and r."timestamp" >= a.gap_start and r."timestamp" < a.gap_end) as is_taken
  from asked a join open using (gap_id)
), slots as (
  select to_timestamp(unnest(:#epochs::bigint[])) as "timestamp", unnest(:#energy_kwh::float8[]) as energy_kwh,
    unnest(:#energy_export_kwh::float8[]) as energy_export_kwh, unnest(:#power_kw::float8[]) as power_kw
), kept as (
  insert into readings (channel_id, "timestamp", energy_kwh, energy_export_kwh, power_kw, data_quality, quality_method,
    run_id)
  select f.channel_id, s."timestamp", s.energy_kwh, s.energy_export_kwh, s.power_kw, 'estimated', f.method, f.run_id
  from free f, slots s where not f.is_taken
  on conflict (channel_id, "timestamp") do nothing
  returning energy_kwh
), tally as (
  select count(*)::int as slots, sum(energy_kwh) as energy_kwh from kept
), noted as (
  insert into estimates (gap_id, run_id, channel_id, gap_start, gap_end, method, why_none, slots, energy_kwh,
    known_total_kwh, total_source, inputs, estimated_at)
  select f.gap_id, f.run_id, f.channel_id, f.gap_start, f.gap_end, case when t.slots > 0 then f.method else 'none' end,
    case when t.slots = 0 then coalesce(f.why_none,
      'a reading came meanwhile: it stays, and what is still missing is estimated when the gap has been looked at '
      'again') end,
    t.slots, t.energy_kwh, f.known_total_kwh, f.total_source, f.inputs, f.now
  from free f, tally t
), filled as (
  update data_gaps g set filled_at = f.now, filled_by = f.run_id, fill_method = 'estimated', closed_at = f.now,
    close_reason = 'filled', next_attempt_at = null
  from free f, tally t where g.gap_id = f.gap_id and t.slots > 0
), finished as (
  update runs r set finished_at = greatest(r.finished_at, a.now) from asked a where r.run_id = a.run_id
)
select slots, energy_kwh from tally
