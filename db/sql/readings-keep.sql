-- Keeps one batch of one channel, in one transaction with all that follows from it: readings, cursor, log row, codes
-- without a column, and dead letters that a good reading closes.
--  * A kept slot changes only where a value differs. A trigger writes the old row to reading_history.
--  * Null means that the source has no value (yet). It never overwrites a value.
--  * A reading of the source settles a row that was adopted as doubtful, and one of which a value is set aside
--    (quality_method 'partial: ...'), also where the values are equal.
--  * An estimate never overwrites a measurement. A measurement replaces an estimate as a whole: none of its values
--    survives. An estimate has energy and power only (constraint readings_estimated_is_energy_and_power).
--  * What a person has edited stays.
--  * In raw, "X.unit" is the unit of code X where it differs from the catalogue's. It comes and goes with the value.
-- updated_at tells the history that the statement is Wattline's, see R__10_reading_history.sql.
-- Speed: each parameter appears once here, since an array that appears twice is sent twice. Arrays are unnested in
-- the select list, where they run side by side; in the from clause PostgreSQL copies each of them first. Route
-- take-keep states the number of parameters: otherwise Camel asks the server at every batch, and the server plans the
-- statement again. A comment that begins with a plus sign is repeated for each extra column of config/fields.yaml,
-- see KeepStatement.
with batch as (
  select :#channel_id::int as channel_id, :#run_id::bigint as run_id, :#now::timestamptz as now,
    :#cursor::timestamptz as cursor,
    :#newest::timestamptz as newest, :#start_time::timestamptz as start_time, :#end_time::timestamptz as end_time,
    :#resolution_seconds::int as resolution_seconds, :#request::text as request, :#status::text as status,
      :#fetched::int as fetched,
    :#rejected::int as rejected, :#null_bins::int as null_bins, :#epochs::bigint[] as epochs
), slots as (
  select to_timestamp(unnest(epochs)) as "timestamp", unnest(:#qualities::text[]) as quality,
    unnest(:#methods::text[]) as method,
    unnest(:#raws::text[]) as raw,
    unnest(:#energy_kwh::float8[]) as energy_kwh, unnest(:#power_kw::float8[]) as power_kw,
      unnest(:#voltage_v::float8[]) as voltage_v,
    unnest(:#current_a::float8[]) as current_a, unnest(:#power_factor::float8[]) as power_factor,
    unnest(:#reactive_power_kvar::float8[]) as reactive_power_kvar, unnest(:#temperature_c::float8[]) as temperature_c,
    unnest(:#relative_humidity::float8[]) as relative_humidity, unnest(:#frequency_hz::float8[]) as frequency_hz,
    unnest(:#thd_voltage::float8[]) as thd_voltage, unnest(:#thd_current::float8[]) as thd_current,
    unnest(:#signal_strength::float8[]) as signal_strength,
      unnest(:#apparent_power_kva::float8[]) as apparent_power_kva,
    unnest(:#neutral_current_a::float8[]) as neutral_current_a,
      unnest(:#energy_export_kwh::float8[]) as energy_export_kwh,
    unnest(:#cost::float8[]) as cost, unnest(:#energy_kwh_l1::float8[]) as energy_kwh_l1,
      unnest(:#energy_kwh_l2::float8[]) as energy_kwh_l2,
    unnest(:#energy_kwh_l3::float8[]) as energy_kwh_l3, unnest(:#power_kw_l1::float8[]) as power_kw_l1,
    unnest(:#power_kw_l2::float8[]) as power_kw_l2, unnest(:#power_kw_l3::float8[]) as power_kw_l3,
    unnest(:#voltage_v_l1::float8[]) as voltage_v_l1, unnest(:#voltage_v_l2::float8[]) as voltage_v_l2,
    unnest(:#voltage_v_l3::float8[]) as voltage_v_l3, unnest(:#current_a_l1::float8[]) as current_a_l1,
    unnest(:#current_a_l2::float8[]) as current_a_l2, unnest(:#current_a_l3::float8[]) as current_a_l3,
    unnest(:#power_factor_l1::float8[]) as power_factor_l1, unnest(:#power_factor_l2::float8[]) as power_factor_l2,
    unnest(:#power_factor_l3::float8[]) as power_factor_l3
    /*+ , unnest({parameter}::float8[]) as {column} */
  from batch
), kept as (
  insert into readings as r (channel_id, run_id, "timestamp", data_quality, quality_method, raw,
    energy_kwh, power_kw, voltage_v, current_a, power_factor, reactive_power_kvar, temperature_c, relative_humidity,
      frequency_hz, thd_voltage,
    thd_current, signal_strength, apparent_power_kva, neutral_current_a, energy_export_kwh, cost, energy_kwh_l1,
      energy_kwh_l2, energy_kwh_l3,
    power_kw_l1, power_kw_l2, power_kw_l3, voltage_v_l1, voltage_v_l2, voltage_v_l3, current_a_l1, current_a_l2,
      current_a_l3, power_factor_l1,
    power_factor_l2, power_factor_l3 /*+ , {column} */)
  select channel_id, run_id, "timestamp", coalesce(quality, 'measured'), method, raw::jsonb,
    energy_kwh, power_kw, voltage_v, current_a, power_factor, reactive_power_kvar, temperature_c, relative_humidity,
      frequency_hz, thd_voltage,
    thd_current, signal_strength, apparent_power_kva, neutral_current_a, energy_export_kwh, cost, energy_kwh_l1,
      energy_kwh_l2, energy_kwh_l3,
    power_kw_l1, power_kw_l2, power_kw_l3, voltage_v_l1, voltage_v_l2, voltage_v_l3, current_a_l1, current_a_l2,
      current_a_l3, power_factor_l1,
    power_factor_l2, power_factor_l3 /*+ , {column} */
  from batch, slots
  on conflict (channel_id, "timestamp") do update set
    run_id = excluded.run_id, updated_at = clock_timestamp(), data_quality = excluded.data_quality,
    quality_method = excluded.quality_method,
    raw = case when excluded.raw is null then r.raw
      else (coalesce(r.raw, '{}') - array(select code || '.unit'
        from jsonb_object_keys(excluded.raw) as k(code))) || excluded.raw end,
    energy_kwh = case when r.data_quality = 'estimated' then excluded.energy_kwh else coalesce(excluded.energy_kwh,
      r.energy_kwh) end,
    power_kw = case when r.data_quality = 'estimated' then excluded.power_kw else coalesce(excluded.power_kw,
      r.power_kw) end,
    voltage_v = coalesce(excluded.voltage_v, r.voltage_v), current_a = coalesce(excluded.current_a, r.current_a),
    power_factor = coalesce(excluded.power_factor, r.power_factor),
    reactive_power_kvar = coalesce(excluded.reactive_power_kvar, r.reactive_power_kvar),
    temperature_c = coalesce(excluded.temperature_c, r.temperature_c),
    relative_humidity = coalesce(excluded.relative_humidity, r.relative_humidity),
    frequency_hz = coalesce(excluded.frequency_hz, r.frequency_hz),
      thd_voltage = coalesce(excluded.thd_voltage, r.thd_voltage),
    thd_current = coalesce(excluded.thd_current, r.thd_current), signal_strength = coalesce(excluded.signal_strength,
      r.signal_strength),
    apparent_power_kva = coalesce(excluded.apparent_power_kva, r.apparent_power_kva),
    neutral_current_a = coalesce(excluded.neutral_current_a, r.neutral_current_a),
    energy_export_kwh = case when r.data_quality = 'estimated' then excluded.energy_export_kwh
      else coalesce(excluded.energy_export_kwh, r.energy_export_kwh) end,
    cost = coalesce(excluded.cost, r.cost),
    energy_kwh_l1 = coalesce(excluded.energy_kwh_l1, r.energy_kwh_l1),
      energy_kwh_l2 = coalesce(excluded.energy_kwh_l2, r.energy_kwh_l2),
    energy_kwh_l3 = coalesce(excluded.energy_kwh_l3, r.energy_kwh_l3),
      power_kw_l1 = coalesce(excluded.power_kw_l1, r.power_kw_l1),
    power_kw_l2 = coalesce(excluded.power_kw_l2, r.power_kw_l2),
      power_kw_l3 = coalesce(excluded.power_kw_l3, r.power_kw_l3),
    voltage_v_l1 = coalesce(excluded.voltage_v_l1, r.voltage_v_l1),
      voltage_v_l2 = coalesce(excluded.voltage_v_l2, r.voltage_v_l2),
    voltage_v_l3 = coalesce(excluded.voltage_v_l3, r.voltage_v_l3),
      current_a_l1 = coalesce(excluded.current_a_l1, r.current_a_l1),
    current_a_l2 = coalesce(excluded.current_a_l2, r.current_a_l2),
      current_a_l3 = coalesce(excluded.current_a_l3, r.current_a_l3),
    power_factor_l1 = coalesce(excluded.power_factor_l1, r.power_factor_l1),
    power_factor_l2 = coalesce(excluded.power_factor_l2, r.power_factor_l2),
    power_factor_l3 = coalesce(excluded.power_factor_l3, r.power_factor_l3)
    /*+ , {column} = coalesce(excluded.{column}, r.{column}) */
  where r.data_quality <> 'edited'
    and (excluded.data_quality <> 'estimated' or r.data_quality = 'estimated')
    and (r.data_quality = 'estimated' and excluded.data_quality <> 'estimated'
      or r.data_quality = 'measured' and excluded.data_quality = 'suspect'
      or excluded.data_quality = 'measured'
        and (r.quality_method like 'adopted-%' or r.quality_method = 'ambiguous-hour' or is_partial(r.quality_method))
      or excluded.data_quality = 'suspect' and is_partial(r.quality_method)
        and excluded.quality_method is distinct from r.quality_method
      or excluded.raw is not null and not coalesce(r.raw @> excluded.raw, false)
      or excluded.energy_kwh <> r.energy_kwh or (excluded.energy_kwh is not null and r.energy_kwh is null)
      or excluded.power_kw <> r.power_kw or (excluded.power_kw is not null and r.power_kw is null)
      or excluded.voltage_v <> r.voltage_v or (excluded.voltage_v is not null and r.voltage_v is null)
      or excluded.current_a <> r.current_a or (excluded.current_a is not null and r.current_a is null)
      or excluded.power_factor <> r.power_factor or (excluded.power_factor is not null and r.power_factor is null)
      or excluded.reactive_power_kvar <> r.reactive_power_kvar
        or (excluded.reactive_power_kvar is not null and r.reactive_power_kvar is null)
      or excluded.temperature_c <> r.temperature_c or (excluded.temperature_c is not null and r.temperature_c is null)
      or excluded.relative_humidity <> r.relative_humidity
        or (excluded.relative_humidity is not null and r.relative_humidity is null)
      or excluded.frequency_hz <> r.frequency_hz or (excluded.frequency_hz is not null and r.frequency_hz is null)
      or excluded.thd_voltage <> r.thd_voltage or (excluded.thd_voltage is not null and r.thd_voltage is null)
      or excluded.thd_current <> r.thd_current or (excluded.thd_current is not null and r.thd_current is null)
      or excluded.signal_strength <> r.signal_strength
        or (excluded.signal_strength is not null and r.signal_strength is null)
      or excluded.apparent_power_kva <> r.apparent_power_kva
        or (excluded.apparent_power_kva is not null and r.apparent_power_kva is null)
      or excluded.neutral_current_a <> r.neutral_current_a
        or (excluded.neutral_current_a is not null and r.neutral_current_a is null)
      or excluded.energy_export_kwh <> r.energy_export_kwh
        or (excluded.energy_export_kwh is not null and r.energy_export_kwh is null)
      or excluded.cost <> r.cost or (excluded.cost is not null and r.cost is null)
      or excluded.energy_kwh_l1 <> r.energy_kwh_l1 or (excluded.energy_kwh_l1 is not null and r.energy_kwh_l1 is null)
      or excluded.energy_kwh_l2 <> r.energy_kwh_l2 or (excluded.energy_kwh_l2 is not null and r.energy_kwh_l2 is null)
      or excluded.energy_kwh_l3 <> r.energy_kwh_l3 or (excluded.energy_kwh_l3 is not null and r.energy_kwh_l3 is null)
      or excluded.power_kw_l1 <> r.power_kw_l1 or (excluded.power_kw_l1 is not null and r.power_kw_l1 is null)
      or excluded.power_kw_l2 <> r.power_kw_l2 or (excluded.power_kw_l2 is not null and r.power_kw_l2 is null)
      or excluded.power_kw_l3 <> r.power_kw_l3 or (excluded.power_kw_l3 is not null and r.power_kw_l3 is null)
      or excluded.voltage_v_l1 <> r.voltage_v_l1 or (excluded.voltage_v_l1 is not null and r.voltage_v_l1 is null)
      or excluded.voltage_v_l2 <> r.voltage_v_l2 or (excluded.voltage_v_l2 is not null and r.voltage_v_l2 is null)
      or excluded.voltage_v_l3 <> r.voltage_v_l3 or (excluded.voltage_v_l3 is not null and r.voltage_v_l3 is null)
      or excluded.current_a_l1 <> r.current_a_l1 or (excluded.current_a_l1 is not null and r.current_a_l1 is null)
      or excluded.current_a_l2 <> r.current_a_l2 or (excluded.current_a_l2 is not null and r.current_a_l2 is null)
      or excluded.current_a_l3 <> r.current_a_l3 or (excluded.current_a_l3 is not null and r.current_a_l3 is null)
      or excluded.power_factor_l1 <> r.power_factor_l1
        or (excluded.power_factor_l1 is not null and r.power_factor_l1 is null)
      or excluded.power_factor_l2 <> r.power_factor_l2
        or (excluded.power_factor_l2 is not null and r.power_factor_l2 is null)
      or excluded.power_factor_l3 <> r.power_factor_l3
        or (excluded.power_factor_l3 is not null and r.power_factor_l3 is null)
      /*+ or excluded.{column} <> r.{column} or (excluded.{column} is not null and r.{column} is null) */)
  returning (xmax = 0) as inserted
), tally as (
  select count(*) filter (where inserted) as inserted, count(*) filter (where not inserted) as updated,
    (select cardinality(epochs) from batch) - count(*) as unchanged
  from kept
), moved as (
  update poll_state p set
    cursor = greatest(p.cursor, b.cursor),
    last_reading_at = greatest(p.last_reading_at, b.newest)
  from batch b
  where p.channel_id = b.channel_id and b.cursor is not null
), logged as (
  insert into ingestion_logs as l (organization_id, channel_id, start_time, end_time, readings_fetched,
    readings_inserted, readings_rejected,
    readings_updated, readings_unchanged, null_bins, status, run_id, resolution_seconds, request)
  select coalesce(c.organization_id, 'unknown'), c.channel_id, b.start_time, b.end_time, b.fetched, t.inserted,
    b.rejected, t.updated, t.unchanged,
    b.null_bins, b.status, b.run_id, b.resolution_seconds, b.request
  from batch b join channels c using (channel_id), tally t
  on conflict (run_id, channel_id, start_time, end_time) where run_id is not null do update set
    readings_fetched = l.readings_fetched + excluded.readings_fetched,
    readings_inserted = l.readings_inserted + excluded.readings_inserted,
    readings_rejected = l.readings_rejected + excluded.readings_rejected,
    readings_updated = l.readings_updated + excluded.readings_updated,
    readings_unchanged = l.readings_unchanged + excluded.readings_unchanged,
    null_bins = l.null_bins + excluded.null_bins,
    status = excluded.status, error_message = null
), counted as (
  insert into unknown_fields as u (channel_id, code, times_seen, first_seen_at, last_seen_at)
  select b.channel_id, c.code, c.times, b.now, b.now
  from batch b, unnest(:#codes::text[], :#code_counts::bigint[]) as c(code, times)
  -- a source that invents codes must not fill the table
  where exists (select from unknown_fields k where k.channel_id = b.channel_id and k.code = c.code)
    or (select count(*) from unknown_fields k where k.channel_id = b.channel_id) < 500
  on conflict (channel_id, code) do update set times_seen = u.times_seen + excluded.times_seen,
    last_seen_at = excluded.last_seen_at
), settled as (
  update dead_letters d set status = 'replayed', closed_at = now(), closed_by = 'source',
    close_reason = 'a reading for this slot passed every rule in run ' || b.run_id
  from batch b
  where d.status = 'open' and d.channel_id = b.channel_id
    and d.reading_timestamp in (select to_timestamp(epoch) from unnest(b.epochs) as t(epoch))
    and not (d.partial
      and d.reading_timestamp in (select to_timestamp(epoch) from unnest(:#partial_epochs::bigint[]) as t(epoch)))
)
select inserted, updated, unchanged from tally
