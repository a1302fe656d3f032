-- The readings that the checks (db/sql/check-*.sql) look at.

create or replace function checked_readings(range_start timestamptz, range_end timestamptz,
  channel_ids integer[] default null)
    returns table (channel_id integer, "timestamp" timestamptz, interval_seconds integer, hours double precision,
      channel_type text, energy_kwh double precision,
        energy_export_kwh double precision, power_kw double precision, voltage_v double precision,
          energy_kwh_l1 double precision, energy_kwh_l2 double precision,
        energy_kwh_l3 double precision, power_kw_l1 double precision, power_kw_l2 double precision,
          power_kw_l3 double precision, voltage_v_l1 double precision,
        voltage_v_l2 double precision, voltage_v_l3 double precision) language sql stable as $$
    select c.channel_id, r."timestamp", c.interval_seconds, c.interval_seconds / 3600.0::double precision,
      c.channel_type, r.energy_kwh, r.energy_export_kwh, r.power_kw, r.voltage_v,
        r.energy_kwh_l1, r.energy_kwh_l2, r.energy_kwh_l3, r.power_kw_l1, r.power_kw_l2, r.power_kw_l3, r.voltage_v_l1,
          r.voltage_v_l2, r.voltage_v_l3
    from channels c
      join readings r on r.channel_id = c.channel_id and r."timestamp" >= range_start and r."timestamp" < range_end
    where (channel_ids is null or c.channel_id = any (channel_ids))
      and (r.data_quality = 'measured' or r.data_quality = 'suspect'
          and r.quality_method ~ '^(finding:|anomaly:|partial: without )')
        and extract(epoch from r."timestamp") % c.interval_seconds = 0
$$;
comment on function checked_readings(timestamptz, timestamptz,
  integer[]) is 'The readings that checks look at: as the source gave them, on the grid, without estimates, edits, '
  'catch-up energy and adopted doubtful rows. Readings that a finding or an anomaly has marked are included, and so '
  'are those of which one value is set aside. hours = length of the interval. channel_ids null = all.';
