-- A star schema of energy for Power BI, Excel, Grafana and notebooks: facts by slot, hour and day, and dimensions.
-- Role wattline_reader sees these views and nothing else. Energies in kWh; positive = consumption. In each fact
-- measured_kwh + estimated_kwh + suspect_kwh = energy_kwh, and of the readings that are due
-- measured + estimated + suspect + missing. Sum a site over channels with counts_toward_site only.

create or replace view dim_site as
select o.organization_id as site_id, o.organization_name as site_name, o.city, o.country,
    known_time_zone(o.timezone) as time_zone, o.active
from organizations o;

create or replace view dim_channel as
select c.channel_id, c.channel_name, c.organization_id as site_id, k.channel_type, k.unit, c.interval_seconds,
    c.meter_id, c.device_id, d.device_name, c.counts_toward_site, c.active, k.installed_at, k.uninstalled_at
from v_site_channels c join channels k using (channel_id) left join devices d on d.device_id = c.device_id;

create or replace view dim_date as
select d.day::date as date, extract(isoyear from d.day)::integer as iso_year,
    extract(week from d.day)::integer as iso_week, extract(year from d.day)::integer as year,
    extract(quarter from d.day)::integer as quarter, extract(month from d.day)::integer as month,
    date_trunc('month', d.day)::date as month_start, extract(day from d.day)::integer as day_of_month,
    extract(isodow from d.day)::integer as day_of_week, extract(isodow from d.day) >= 6 as is_weekend
from (select min(local_day) as first_day, max(local_day) as last_day from channel_day_quality) q
cross join lateral generate_series(q.first_day::timestamp, q.last_day::timestamp, interval '1 day') as d(day);

create or replace view fact_energy_slot as
select r.channel_id, c.organization_id as site_id, r."timestamp" as slot_start,
    (r."timestamp" at time zone c.time_zone)::date as date,
    r.energy_kwh - coalesce(e.elsewhere_kwh, 0) as energy_kwh, r.power_kw, r.data_quality as quality,
    r.quality_method as method, is_catch_up(r.quality_method) and e.is_complete is not true as is_catch_up
from readings r join v_site_channels c using (channel_id)
left join v_energy_elsewhere e using (channel_id, "timestamp")
where is_counted(r.data_quality, r.quality_method);

create or replace view fact_energy_hour as
select h.channel_id, h.organization_id as site_id, h.hour as hour_start, h.date, h.energy_kwh,
    rounded_kwh(h.energy_kwh - h.estimated_kwh - h.suspect_kwh) as measured_kwh, h.estimated_kwh, h.suspect_kwh,
    h.peak_power_kw, h.measured_readings - s.suspect as measured_readings,
    h.estimated_readings, s.suspect as suspect_readings, h.missing_readings
from v_hourly_energy h
cross join lateral (select coalesce(round(h.suspect_share
    * (h.measured_readings + h.estimated_readings + h.missing_readings)), 0)::bigint as suspect) s;

create or replace view fact_energy_day as
select d.channel_id, d.organization_id as site_id, d.local_day as date, d.day_start, d.day_end, d.energy_kwh,
    rounded_kwh(d.energy_kwh - d.estimated_kwh - d.suspect_kwh) as measured_kwh, d.estimated_kwh, d.suspect_kwh,
    d.catch_up_kwh, d.peak_power_kw, (d.kept - d.suspect)::bigint as measured_readings,
    d.estimated::bigint as estimated_readings, d.suspect::bigint as suspect_readings,
    d.missing::bigint as missing_readings
from v_channel_days d;

-- Who may read -------------------------------------------------------------------------------------------------------
create or replace function grant_to_reader() returns boolean language plpgsql set search_path from current as $$
begin
    if not exists (select from pg_roles where rolname = 'wattline_reader') then
        return false;
    end if;
    execute format('grant usage on schema %I to wattline_reader', current_schema());
    grant select on dim_site, dim_channel, dim_date, fact_energy_slot, fact_energy_hour, fact_energy_day
        to wattline_reader;
    return true;
end $$;
comment on function grant_to_reader() is
  'Grants role wattline_reader the views of the star schema; false where the role does not exist.';
do 'begin perform grant_to_reader(); end';

-- Comments ------------------------------------------------------------------------------------------------------------
comment on view dim_site is 'Sites: one row a site.';
comment on column dim_site.site_id is 'organization_id of the site.';
comment on column dim_site.site_name is 'Name of the site.';
comment on column dim_site.time_zone is 'Time zone of the days of the site; UTC where it is unknown.';
comment on column dim_site.active is 'Whether the site is in use.';
comment on view dim_channel is 'Channels: one row a channel.';
comment on column dim_channel.site_id is 'Site of the channel; see dim_site.';
comment on column dim_channel.counts_toward_site is
  'Whether the channel shows a whole metering point. Sum a site over these channels only, or energy counts twice.';
comment on view dim_date is 'Local days from the first to the last one with energy: one row a day.';
comment on column dim_date.date is 'Day of the site''s time zone.';
comment on column dim_date.iso_year is 'Year that the ISO week belongs to.';
comment on column dim_date.iso_week is 'Week of ISO 8601, 1 to 53.';
comment on column dim_date.year is 'Year.';
comment on column dim_date.quarter is 'Quarter, 1 to 4.';
comment on column dim_date.month is 'Month, 1 to 12.';
comment on column dim_date.month_start is 'First day of the month.';
comment on column dim_date.day_of_month is 'Day of the month, 1 to 31.';
comment on column dim_date.day_of_week is 'Day of the week, 1 = Monday to 7 = Sunday.';
comment on column dim_date.is_weekend is 'Whether it is Saturday or Sunday.';
comment on view fact_energy_slot is
  'Readings: one row a channel and slot. Filter by channel_id and slot_start. What is missing has no row.';
comment on column fact_energy_slot.site_id is 'Site of the channel; see dim_site.';
comment on column fact_energy_slot.slot_start is
  'Start of the slot, an instant (UTC); its length is that of the channel.';
comment on column fact_energy_slot.date is 'Day of the site''s time zone; see dim_date.';
comment on column fact_energy_slot.energy_kwh is
  'Energy of the slot in kWh, without energy that other slots hold by now; null where the reading has none.';
comment on column fact_energy_slot.power_kw is 'Mean active power in kW; positive = consumption.';
comment on column fact_energy_slot.quality is 'measured, suspect, estimated or edited.';
comment on column fact_energy_slot.method is 'Why the value is suspect, or how it was estimated; null where neither.';
comment on column fact_energy_slot.is_catch_up is 'Whether the energy is also that of a gap before the slot.';
comment on view fact_energy_hour is
  'Energy by hour: one row a channel and hour of the local day, without energy that came late after a gap. Filter by '
  'channel_id and date.';
comment on column fact_energy_hour.site_id is 'Site of the channel; see dim_site.';
comment on column fact_energy_hour.hour_start is 'Start of the hour, an instant (UTC).';
comment on column fact_energy_hour.date is 'Day of the site''s time zone; see dim_date.';
comment on column fact_energy_hour.energy_kwh is 'Energy of the hour in kWh; null where no reading is there.';
comment on column fact_energy_hour.measured_kwh is 'Part of energy_kwh that is measured or edited, in kWh.';
comment on column fact_energy_hour.estimated_kwh is 'Part of energy_kwh that is estimated, in kWh.';
comment on column fact_energy_hour.suspect_kwh is 'Part of energy_kwh that is suspect, in kWh.';
comment on column fact_energy_hour.peak_power_kw is 'Highest power of a reading in kW.';
comment on column fact_energy_hour.measured_readings is 'Readings that are measured or edited.';
comment on column fact_energy_hour.estimated_readings is 'Readings that are estimated.';
comment on column fact_energy_hour.suspect_readings is 'Readings that are suspect.';
comment on column fact_energy_hour.missing_readings is 'Readings that are due and missing.';
comment on view fact_energy_day is
  'Energy by day: one row a channel and day of the site''s time zone. Energy that came late after a gap counts on the '
  'day on which it came.';
comment on column fact_energy_day.site_id is 'Site of the channel; see dim_site.';
comment on column fact_energy_day.date is 'Day of the site''s time zone; see dim_date.';
comment on column fact_energy_day.day_start is 'Start of the day, an instant (UTC).';
comment on column fact_energy_day.day_end is 'End of the day, exclusive, an instant (UTC).';
comment on column fact_energy_day.energy_kwh is 'Energy of the day in kWh; null where no reading is there.';
comment on column fact_energy_day.measured_kwh is 'Part of energy_kwh that is measured or edited, in kWh.';
comment on column fact_energy_day.estimated_kwh is 'Part of energy_kwh that is estimated, in kWh.';
comment on column fact_energy_day.suspect_kwh is 'Part of energy_kwh that is suspect, in kWh.';
comment on column fact_energy_day.catch_up_kwh is 'Part of energy_kwh that is also that of a gap before, in kWh.';
comment on column fact_energy_day.peak_power_kw is 'Highest power of a reading in kW.';
comment on column fact_energy_day.measured_readings is 'Readings that are measured or edited.';
comment on column fact_energy_day.estimated_readings is 'Readings that are estimated.';
comment on column fact_energy_day.suspect_readings is 'Readings that are suspect.';
comment on column fact_energy_day.missing_readings is 'Readings that are due and missing.';
