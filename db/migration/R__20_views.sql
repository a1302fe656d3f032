-- The views that people query. Their names and columns are relied on: add columns, take none away. "meter" in these
-- views is a channel, as in the queries that people have; the metering point of the vendor is metering_point_id. Days
-- and months are those of the site's time zone; a day has 92, 96 or 100 quarters of an hour. Hours are UTC.

do 'begin perform set_views_aside(); end';

create or replace function is_counted(data_quality text, quality_method text) returns boolean
  language sql immutable parallel safe as $$
    select data_quality <> 'suspect' or quality_method is null or quality_method not like 'adopted-%'
$$;
comment on function is_counted(text, text) is
  'Whether a reading counts in totals and completeness. Adopted rows off the grid, with 0 for a missing value, '
  'without any value or of an hour that did not exist do not.';

create or replace function is_catch_up(quality_method text) returns boolean language sql immutable parallel safe as $$
    select coalesce(quality_method like 'catch-up%', false)
$$;
comment on function is_catch_up(text) is
  'Whether a reading''s energy is that of the gap before it as well: true energy of its day or month, but of no '
  'single hour.';

create or replace function is_partial(quality_method text) returns boolean language sql immutable parallel safe as $$
    select coalesce(quality_method like '%partial: without %', false)
$$;
comment on function is_partial(text) is
  'Whether a value of the reading is set aside in a dead letter while its other values are kept: they are as the '
  'source gave them.';

create or replace function energy_elsewhere(quality_method text, "timestamp" timestamptz, interval_seconds integer)
  returns tstzrange language sql stable parallel safe as $$
    select case
        when quality_method like 'catch-up: energy of % slots since %'
          then tstzrange(substring(quality_method from ' since ([^\s;]+)')::timestamptz, "timestamp")
        when quality_method like 'doubled-bin: %'
          then tstzrange(substring(quality_method from ' that of (\S+) ')::timestamptz,
            substring(quality_method from ' that of (\S+) ')::timestamptz + make_interval(secs => interval_seconds))
    end
$$;
comment on function energy_elsewhere(text, timestamptz, integer) is
  'The slots beside its own whose energy a reading holds as well: those of the gap before it (catch-up) or the one '
  'that is missing (doubled-bin). Null where it holds none, or nobody knows which.';

-- Which channels count toward their site, so that no energy is counted twice ------------------------------------------
create view v_site_channels as
with zones as materialized (select organization_id, organization_name, known_time_zone(timezone) as time_zone
  from organizations)
select c.channel_id, c.channel_name, c.organization_id, z.organization_name as site_name,
  coalesce(z.time_zone, 'UTC') as time_zone, c.meter_id, c.device_id,
    c.displayed_phase, c.is_metering_point, c.interval_seconds, c.active,
    case
        when c.is_metering_point is false then false
        when c.displayed_phase is null or lower(c.displayed_phase) = 'system' then true
        else not exists (select from channels s where s.meter_id = c.meter_id and lower(s.displayed_phase) = 'system'
          and s.is_metering_point is not false)
    end as counts_toward_site
from channels c left join zones z using (organization_id);
comment on view v_site_channels is
  'Channels with their site and its time zone. counts_toward_site: it is the system view of a metering point, or a '
  'phase whose meter has no system view; what is unknown counts.';

-- Sites and meters ----------------------------------------------------------------------------------------------------
create view v_sites as
select organization_id as site_id, organization_name as site_name, address, city, postcode, country, timezone,
  created_at, updated_at, active
from organizations;
comment on view v_sites is 'Sites: organizations under the name that people use.';

create view v_active_sites as
select coalesce(s.site_id, case when o.organization_id ~ '^[0-9]{1,9}$' then o.organization_id::integer end) as site_id,
  coalesce(s.site_name, o.organization_name) as site_name,
  coalesce(s.wcds_only, false) as wcds_only,
    coalesce(c.interval_seconds, s.resolution) as resolution, coalesce(o.timezone, s.timezone) as timezone, s.notes,
    o.organization_id
from organizations o
full join sites s on s.site_id::text = o.organization_id
left join (select organization_id, min(interval_seconds) as interval_seconds from channels where active
  group by organization_id) c on c.organization_id = o.organization_id
where coalesce(s.is_active, true) and coalesce(o.active, true)
  and (c.organization_id is not null or s.site_id is not null);
comment on view v_active_sites is
  'Sites in use: active organizations that have an active channel, and those of table sites; without those that '
  'sites.is_active switches off.';

create view v_meters as
select c.channel_id as meter_id, c.channel_name as meter_name, c.organization_id as site_id,
  o.organization_name as site_name, c.device_id, d.device_name,
    coalesce(d.device_type, c.device_type) as device_type, coalesce(d.uuid, d.serial_number, c.uuid) as device_uuid,
    c.channel_type, c.unit, c.created_at, c.updated_at,
    c.meter_id as metering_point_id, c.displayed_phase, sc.counts_toward_site, c.interval_seconds, c.active,
    c.installed_at, c.uninstalled_at
from channels c
join v_site_channels sc using (channel_id)
left join organizations o on o.organization_id = c.organization_id
left join devices d on d.device_id = c.device_id;
comment on view v_meters is 'Channels, which people call meters, with device and site.';

-- Readings ------------------------------------------------------------------------------------------------------------
-- cost in whole cents, as the table had it before Wattline; all other columns as they are
do $$ begin
    execute 'create view v_clean_readings as select ' || (
        select string_agg(case attname when 'cost' then 'r.cost::numeric(12,2) as cost'
          else 'r.' || quote_ident(attname) end, ', ' order by attnum)
        from pg_attribute where attrelid = 'readings'::regclass and attnum > 0 and not attisdropped)
      || ' from readings r where r.energy_kwh is not null and r.power_kw is not null'
      || ' and is_counted(r.data_quality, r.quality_method)';
end $$;
comment on view v_clean_readings is
  'Readings with usable energy and power. A measured 0 is a value; a 0 that an earlier tool may have written for a '
  'missing value is not here.';

create view v_readings_enriched as
select m.meter_id, m.meter_name, m.site_id, m.site_name, m.device_id, m.device_name, m.device_type, m.device_uuid,
  m.counts_toward_site, r.*
from v_clean_readings r join v_meters m on m.meter_id = r.channel_id;
comment on view v_readings_enriched is 'v_clean_readings with meter, site and device.';

create view v_latest_readings as
select m.meter_id, m.meter_name, m.site_id, m.site_name, r."timestamp", r.energy_kwh, r.power_kw, r.voltage_v,
  r.current_a, r.power_factor,
    r.frequency_hz, r.neutral_current_a, r.thd_current, r.apparent_power_kva,
    r.apparent_power_kva * 1000 as apparent_power_va, r.data_quality, r.quality_method
from v_meters m
cross join lateral (select "timestamp", energy_kwh, power_kw, voltage_v, current_a, power_factor, frequency_hz,
  neutral_current_a, thd_current, apparent_power_kva,
        data_quality, quality_method
    from readings where channel_id = m.meter_id and is_counted(data_quality, quality_method) order by "timestamp" desc
      limit 1) r;
comment on view v_latest_readings is 'The newest reading of each channel that counts.';

-- Energy that stands twice --------------------------------------------------------------------------------------------
-- A reading after a gap holds the energy of the gap. As soon as something stands in the gap (an estimate that
-- distributes this energy, or a late measurement), totals must take it off the reading: it keeps what was measured, and
-- each kWh counts once.
create view v_energy_elsewhere as
with holding as (
    select r.channel_id, r."timestamp", c.interval_seconds,
      energy_elsewhere(r.quality_method, r."timestamp", c.interval_seconds) as span
    from readings r join channels c using (channel_id)
    where r.data_quality = 'suspect' and (r.quality_method like 'catch-up: %' or r.quality_method like 'doubled-bin: %')
)
select h.channel_id, h."timestamp", sum(r.energy_kwh) as elsewhere_kwh,
    count(*) >= extract(epoch from upper(h.span) - lower(h.span)) / h.interval_seconds as is_complete
from holding h
join readings r on r.channel_id = h.channel_id and r."timestamp" >= lower(h.span) and r."timestamp" < upper(h.span)
where is_counted(r.data_quality, r.quality_method) and r.energy_kwh is not null
  and coalesce(r.quality_method not like 'carried-over: %', true)
group by h.channel_id, h."timestamp", h.interval_seconds, h.span;
comment on view v_energy_elsewhere is
  'Readings whose energy_kwh is also that of other slots in which readings stand by now: elsewhere_kwh in kWh is '
  'theirs, energy_kwh - elsewhere_kwh is the reading''s own; is_complete: every such slot has one, so that the rest '
  'is of its own slot alone.';

-- Totals --------------------------------------------------------------------------------------------------------------
create materialized view mv_hourly_usage as
select channel_id as meter_id, date_trunc('hour', "timestamp", 'UTC') as hour, avg(power_kw) as avg_kw,
    sum(energy_kwh - coalesce(elsewhere_kwh, 0))
    filter (where not is_catch_up(quality_method) or is_complete) as total_kwh, count(*) as reading_count,
    max(power_kw) as peak_kw,
    sum(energy_kwh - coalesce(elsewhere_kwh, 0))
    filter (where is_catch_up(quality_method) and is_complete is not true) as catch_up_kwh, count(*)
    filter (where data_quality = 'estimated') as estimated_count,
    avg(frequency_hz) as avg_frequency_hz, avg(neutral_current_a) as avg_neutral_current_a,
    max(neutral_current_a) as max_neutral_current_a,
    avg(thd_current) as avg_thd_current, max(thd_current) as max_thd_current,
    avg(apparent_power_kva) * 1000 as avg_apparent_power_va
from readings left join v_energy_elsewhere using (channel_id, "timestamp")
where is_counted(data_quality, quality_method)
group by 1, 2;
create unique index idx_mv_hourly_usage_meter_hour on mv_hourly_usage (meter_id, hour);
comment on materialized view mv_hourly_usage is
  'Usage per channel and UTC hour. total_kwh leaves out catch-up energy, which belongs to the gap before the hour and'
  ' stands in catch_up_kwh, until estimates stand in the gap (v_energy_elsewhere). Refresh after ingestion: refresh '
  'materialized view concurrently mv_hourly_usage.';

create view v_readings_hourly as
select h.meter_id, m.meter_name, m.site_id, m.site_name, m.device_id, m.device_name, h.hour, h.avg_kw, h.total_kwh,
  h.reading_count, h.peak_kw, h.catch_up_kwh, h.estimated_count,
    m.counts_toward_site
from mv_hourly_usage h join v_meters m using (meter_id);
comment on view v_readings_hourly is 'mv_hourly_usage with meter and site.';

create view v_readings_daily as
with days as (
    select r.channel_id, c.channel_name, c.organization_id, c.site_name, c.time_zone, c.interval_seconds,
      c.counts_toward_site,
        (r."timestamp" at time zone c.time_zone)::date as reading_date,
        sum(r.energy_kwh - coalesce(e.elsewhere_kwh, 0)) as total_energy_kwh, avg(r.power_kw) as avg_power_kw,
        max(r.power_kw) as peak_power_kw, avg(r.voltage_v) as avg_voltage_v,
        avg(r.power_factor) as avg_power_factor, count(*) as reading_count,
        sum(r.energy_kwh - coalesce(e.elsewhere_kwh, 0))
        filter (where is_catch_up(r.quality_method) and e.is_complete is not true) as catch_up_energy_kwh, count(*)
        filter (where r.data_quality = 'estimated') as estimated_count,
        avg(r.frequency_hz) as avg_frequency_hz, min(r.frequency_hz) as min_frequency_hz,
        max(r.frequency_hz) as max_frequency_hz,
        avg(r.neutral_current_a) as avg_neutral_current_a, max(r.neutral_current_a) as max_neutral_current_a,
        avg(r.thd_current) as avg_thd_current,
        max(r.thd_current) as max_thd_current, avg(r.apparent_power_kva) * 1000 as avg_apparent_power_va,
        max(r.current_a) as peak_current_a, min(r.voltage_v) as min_voltage_v, max(r.voltage_v) as max_voltage_v,
        sum(r.cost)::numeric(12,2) as cost
    from readings r join v_site_channels c using (channel_id)
      left join v_energy_elsewhere e using (channel_id, "timestamp")
    where is_counted(r.data_quality, r.quality_method)
    group by 1, 2, 3, 4, 5, 6, 7, 8
)
select channel_id as meter_id, channel_name as meter_name, organization_id as site_id, site_name, reading_date,
  total_energy_kwh, avg_power_kw, peak_power_kw, avg_voltage_v,
    avg_power_factor, reading_count, catch_up_energy_kwh, estimated_count,
    (extract(epoch from slot_at_or_after(day_start(reading_date + 1, time_zone), interval_seconds)
      - slot_at_or_after(day_start(reading_date, time_zone), interval_seconds))
        / interval_seconds)::bigint as slots_of_day,
    counts_toward_site, avg_frequency_hz, min_frequency_hz, max_frequency_hz, avg_neutral_current_a,
    max_neutral_current_a, avg_thd_current, max_thd_current,
    avg_apparent_power_va, peak_current_a, min_voltage_v, max_voltage_v, cost
from days;
comment on view v_readings_daily is
  'Totals per channel and day of its site''s time zone. total_energy_kwh includes catch-up energy (on the day on '
  'which it came), which catch_up_energy_kwh names; what estimates have distributed over the gap counts there and not'
  ' again (v_energy_elsewhere); slots_of_day is how many readings the day can have.';

create view v_readings_monthly as
select r.channel_id as meter_id, c.channel_name as meter_name, c.organization_id as site_id, c.site_name,
    date_trunc('month', r."timestamp" at time zone c.time_zone)::date as reading_month,
    sum(r.energy_kwh - coalesce(e.elsewhere_kwh, 0)) as total_energy_kwh, avg(r.power_kw) as avg_power_kw,
    max(r.power_kw) as peak_power_kw, count(*) as reading_count,
    sum(r.energy_kwh - coalesce(e.elsewhere_kwh, 0))
    filter (where is_catch_up(r.quality_method) and e.is_complete is not true) as catch_up_energy_kwh, count(*)
    filter (where r.data_quality = 'estimated') as estimated_count,
    c.counts_toward_site
from readings r join v_site_channels c using (channel_id) left join v_energy_elsewhere e using (channel_id, "timestamp")
where is_counted(r.data_quality, r.quality_method)
group by r.channel_id, c.channel_name, c.organization_id, c.site_name, 5, c.counts_toward_site;
comment on view v_readings_monthly is
  'Totals per channel and month of its site''s time zone; energy as in v_readings_daily.';

create view v_site_daily as
select site_id, site_name, reading_date, sum(total_energy_kwh) as total_energy_kwh,
  sum(catch_up_energy_kwh) as catch_up_energy_kwh, count(*) as meter_count,
    sum(reading_count)::bigint as reading_count, sum(slots_of_day)::bigint as slots_of_day
from v_readings_daily where counts_toward_site group by site_id, site_name, reading_date;
comment on view v_site_daily is 'Energy per site and day of its time zone; every metering point once.';

create view v_site_monthly as
select site_id, site_name, reading_month, sum(total_energy_kwh) as total_energy_kwh,
  sum(catch_up_energy_kwh) as catch_up_energy_kwh, count(*) as meter_count,
    sum(reading_count)::bigint as reading_count
from v_readings_monthly where counts_toward_site group by site_id, site_name, reading_month;
comment on view v_site_monthly is 'Energy per site and month of its time zone; every metering point once.';

-- Health --------------------------------------------------------------------------------------------------------------
create view v_data_health_monitor as
select c.channel_id, c.channel_name, c.organization_id, l.last_reading_at,
  extract(epoch from wattline_now() - l.last_reading_at) / 60 as minutes_since_last_reading,
    case
        when not c.active or c.uninstalled_at <= wattline_now() then 'INACTIVE'
        when l.last_reading_at is null
          or wattline_now() - l.last_reading_at > 8 * make_interval(secs => c.interval_seconds) then 'CRITICAL'
        when wattline_now() - l.last_reading_at > 4 * make_interval(secs => c.interval_seconds) then 'WARNING'
        else 'HEALTHY'
    end as status,
    c.interval_seconds, p.state, p.state_reason, p.cursor, p.last_success_at, p.consecutive_failures, p.last_error,
    (select count(*) from dead_letters where channel_id = c.channel_id and status = 'open') as open_dead_letters
from channels c
left join poll_state p using (channel_id)
left join lateral (select "timestamp" as last_reading_at from readings where channel_id = c.channel_id
  order by "timestamp" desc limit 1) l on true;
comment on view v_data_health_monitor is
  'How fresh each channel is: WARNING after 4 missing intervals, CRITICAL after 8 (1 h and 2 h at 15 minutes) or '
  'without any reading, INACTIVE where none is expected.';

-- What computed columns are; a column that shows another one unchanged has that one's comment in the data dictionary --
comment on column v_site_channels.time_zone is
  'IANA time zone of the site in which its days are cut; UTC where the site''s own is not known to PostgreSQL.';
comment on column v_site_channels.counts_toward_site is
  'Whether it counts in totals of its site, so that no energy is counted twice.';
comment on column v_active_sites.site_id is
  'Number of the site in table sites, else organization_id as a number; null where that is none.';
comment on column v_active_sites.organization_id is
  'The site as all other tables name it; null where only table sites has it.';
comment on column v_active_sites.site_name is 'Name that people gave it in table sites, else the vendor''s.';
comment on column v_active_sites.wcds_only is 'sites.wcds_only; false where people have not kept the site by hand.';
comment on column v_active_sites.resolution is
  'Length of its readings in s: the shortest of its active channels, else sites.resolution.';
comment on column v_active_sites.timezone is 'IANA time zone of the site.';
comment on column v_meters.device_type is 'The vendor''s deviceTypeId of the device, else of the channel, as text.';
comment on column v_meters.device_uuid is
  'The vendor''s uuId of the device, else its serial number, else the channel''s uuId.';
comment on column v_energy_elsewhere.elsewhere_kwh is
  'Part of energy_kwh, in kWh, that readings of other slots hold by now.';
comment on column v_energy_elsewhere.is_complete is
  'Whether every slot whose energy it holds has a reading, so that the rest is of its own slot alone.';
comment on column v_latest_readings.apparent_power_va is
  'Apparent power in VA, 1000 x apparent_power_kva; not negative.';
comment on column mv_hourly_usage.hour is 'Start of the hour, an instant (UTC); half-open: up to the next hour.';
comment on column mv_hourly_usage.avg_kw is 'Mean of the hour''s mean active powers in kW; positive = consumption.';
comment on column mv_hourly_usage.total_kwh is
  'Energy used within the hour in kWh, without catch-up energy; null where the hour has no other.';
comment on column mv_hourly_usage.reading_count is 'Readings of the hour that count.';
comment on column mv_hourly_usage.peak_kw is 'Highest mean active power of a reading in kW; positive = consumption.';
comment on column mv_hourly_usage.catch_up_kwh is
  'Energy in kWh that arrived in this hour for the gap before it; null where there was none.';
comment on column mv_hourly_usage.estimated_count is 'How many of the readings are estimated.';
comment on column mv_hourly_usage.avg_frequency_hz is 'Mean mains frequency in Hz.';
comment on column mv_hourly_usage.avg_neutral_current_a is 'Mean current in the neutral conductor in A.';
comment on column mv_hourly_usage.max_neutral_current_a is 'Highest current in the neutral conductor in A.';
comment on column mv_hourly_usage.avg_thd_current is 'Mean total harmonic distortion of the current in %.';
comment on column mv_hourly_usage.max_thd_current is 'Highest total harmonic distortion of the current in %.';
comment on column mv_hourly_usage.avg_apparent_power_va is 'Mean apparent power in VA; not negative.';
comment on column v_readings_daily.reading_date is 'Day of the site''s time zone.';
comment on column v_readings_daily.total_energy_kwh is
  'Energy used on the day in kWh, catch-up energy included; negative only where export is allowed.';
comment on column v_readings_daily.avg_power_kw is
  'Mean of the day''s mean active powers in kW; positive = consumption.';
comment on column v_readings_daily.peak_power_kw is
  'Highest mean active power of a reading in kW; positive = consumption.';
comment on column v_readings_daily.min_voltage_v is 'Lowest line-to-neutral voltage of a reading in V.';
comment on column v_readings_daily.max_voltage_v is 'Highest line-to-neutral voltage of a reading in V.';
comment on column v_readings_daily.cost is
  'Cost of the day in organizations.currency_code, rounded to two decimals; positive = to pay.';
comment on column v_readings_enriched.cost is
  'Cost of the interval in organizations.currency_code, rounded to two decimals; positive = to pay.';
comment on column v_clean_readings.cost is
  'Cost of the interval in organizations.currency_code, rounded to two decimals; positive = to pay.';
comment on column v_readings_daily.avg_voltage_v is 'Mean line-to-neutral voltage in V.';
comment on column v_readings_daily.avg_power_factor is 'Mean power factor, -1 to 1.';
comment on column v_readings_daily.reading_count is 'Readings of the day that count.';
comment on column v_readings_daily.catch_up_energy_kwh is
  'Part of total_energy_kwh, in kWh, that arrived on this day for a gap before it; null where there was none.';
comment on column v_readings_daily.estimated_count is 'How many of the readings are estimated.';
comment on column v_readings_daily.slots_of_day is 'How many readings the day can have: 92, 96 or 100 at 15 minutes.';
comment on column v_readings_daily.avg_frequency_hz is 'Mean mains frequency in Hz.';
comment on column v_readings_daily.min_frequency_hz is 'Lowest mains frequency of a reading in Hz.';
comment on column v_readings_daily.max_frequency_hz is 'Highest mains frequency of a reading in Hz.';
comment on column v_readings_daily.avg_neutral_current_a is 'Mean current in the neutral conductor in A.';
comment on column v_readings_daily.max_neutral_current_a is 'Highest current in the neutral conductor in A.';
comment on column v_readings_daily.avg_thd_current is 'Mean total harmonic distortion of the current in %.';
comment on column v_readings_daily.max_thd_current is 'Highest total harmonic distortion of the current in %.';
comment on column v_readings_daily.avg_apparent_power_va is 'Mean apparent power in VA; not negative.';
comment on column v_readings_daily.peak_current_a is 'Highest mean current of a reading in A.';
comment on column v_readings_monthly.reading_month is 'First day of the month of the site''s time zone.';
comment on column v_readings_monthly.total_energy_kwh is
  'Energy used in the month in kWh, catch-up energy included; negative only where export is allowed.';
comment on column v_readings_monthly.avg_power_kw is
  'Mean of the month''s mean active powers in kW; positive = consumption.';
comment on column v_readings_monthly.peak_power_kw is
  'Highest mean active power of a reading in kW; positive = consumption.';
comment on column v_readings_monthly.reading_count is 'Readings of the month that count.';
comment on column v_readings_monthly.catch_up_energy_kwh is
  'Part of total_energy_kwh, in kWh, that arrived in this month for a gap before it; null where there was none.';
comment on column v_readings_monthly.estimated_count is 'How many of the readings are estimated.';
comment on column v_site_daily.total_energy_kwh is
  'Energy used at the site in the day in kWh, every metering point once, catch-up energy included.';
comment on column v_site_daily.catch_up_energy_kwh is
  'Part of total_energy_kwh, in kWh, that arrived in this day for a gap before it; null where there was none.';
comment on column v_site_daily.meter_count is 'Channels that have readings in the day.';
comment on column v_site_daily.reading_count is 'Readings of the day that count.';
comment on column v_site_monthly.total_energy_kwh is
  'Energy used at the site in the month in kWh, every metering point once, catch-up energy included.';
comment on column v_site_monthly.catch_up_energy_kwh is
  'Part of total_energy_kwh, in kWh, that arrived in this month for a gap before it; null where there was none.';
comment on column v_site_monthly.meter_count is 'Channels that have readings in the month.';
comment on column v_site_monthly.reading_count is 'Readings of the month that count.';
comment on column v_site_daily.slots_of_day is 'How many readings those channels can have on the day.';
comment on column v_data_health_monitor.minutes_since_last_reading is
  'Minutes since the start of the newest reading; null where there is none.';
comment on column v_data_health_monitor.status is 'HEALTHY, WARNING, CRITICAL or INACTIVE.';
comment on column v_data_health_monitor.open_dead_letters is 'Dead letters of the channel that wait for somebody.';

do 'begin perform bring_views_back(); end';
