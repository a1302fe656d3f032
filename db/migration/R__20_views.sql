-- The views that people query. Their names and columns are relied on: add columns, take none away.
-- "meter" in these views is a channel, as in the queries that people have; the metering point of the vendor is metering_point_id.
-- Days and months are those of the site's time zone; a day has 92, 96 or 100 quarters of an hour. Hours are UTC.

do 'begin perform set_views_aside(); end';

create or replace function is_counted(data_quality text, quality_method text) returns boolean language sql immutable parallel safe as $$
    select data_quality <> 'suspect' or quality_method is null or quality_method not like 'adopted-%'
$$;
comment on function is_counted(text, text) is 'Whether a reading counts in totals and completeness. Adopted rows off the grid, with 0 for a missing value, without any value or of an hour that did not exist do not.';

create or replace function is_catch_up(quality_method text) returns boolean language sql immutable parallel safe as $$
    select coalesce(quality_method like 'catch-up%', false)
$$;
comment on function is_catch_up(text) is 'Whether a reading''s energy is that of the gap before it as well: true energy of its day or month, but of no single hour.';

-- Which channels count toward their site, so that no energy is counted twice -----------------------------------------------------------------------------
create view v_site_channels as
with zones as materialized (select organization_id, organization_name, known_time_zone(timezone) as time_zone from organizations)
select c.channel_id, c.channel_name, c.organization_id, z.organization_name as site_name, coalesce(z.time_zone, 'UTC') as time_zone, c.meter_id, c.device_id,
    c.displayed_phase, c.is_metering_point, c.interval_seconds, c.active,
    case
        when c.is_metering_point is false then false
        when c.displayed_phase is null or lower(c.displayed_phase) = 'system' then true
        else not exists (select from channels s where s.meter_id = c.meter_id and lower(s.displayed_phase) = 'system' and s.is_metering_point is not false)
    end as counts_toward_site
from channels c left join zones z using (organization_id);
comment on view v_site_channels is 'Channels with their site and its time zone. counts_toward_site: it is the system view of a metering point, or a phase whose meter has no system view; what is unknown counts.';

-- Sites and meters ----------------------------------------------------------------------------------------------------------------------------------------
create view v_sites as
select organization_id as site_id, organization_name as site_name, address, city, postcode, country, timezone, created_at, updated_at, active
from organizations;
comment on view v_sites is 'Sites: organizations under the name that people use.';

create view v_active_sites as
select coalesce(o.organization_id, s.site_id::text) as site_id, coalesce(s.site_name, o.organization_name) as site_name, coalesce(s.wcds_only, false) as wcds_only,
    coalesce(c.interval_seconds, s.resolution) as resolution, coalesce(o.timezone, s.timezone) as timezone, s.notes
from organizations o
full join sites s on s.site_id::text = o.organization_id
left join (select organization_id, min(interval_seconds) as interval_seconds from channels where active group by organization_id) c on c.organization_id = o.organization_id
where coalesce(s.is_active, true) and coalesce(o.active, true) and (c.organization_id is not null or s.site_id is not null);
comment on view v_active_sites is 'Sites in use: active organizations that have an active channel, and those of table sites; without those that sites.is_active switches off.';

create view v_meters as
select c.channel_id as meter_id, c.channel_name as meter_name, c.organization_id as site_id, o.organization_name as site_name, c.device_id, d.device_name,
    coalesce(d.device_type, c.device_type) as device_type, coalesce(d.uuid, d.serial_number, c.uuid) as device_uuid, c.channel_type, c.unit, c.created_at, c.updated_at,
    c.meter_id as metering_point_id, c.displayed_phase, sc.counts_toward_site, c.interval_seconds, c.active, c.installed_at, c.uninstalled_at
from channels c
join v_site_channels sc using (channel_id)
left join organizations o on o.organization_id = c.organization_id
left join devices d on d.device_id = c.device_id;
comment on view v_meters is 'Channels, which people call meters, with device and site.';

-- Readings ------------------------------------------------------------------------------------------------------------------------------------------------
create view v_clean_readings as
select r.* from readings r
where r.energy_kwh is not null and r.power_kw is not null and is_counted(r.data_quality, r.quality_method);
comment on view v_clean_readings is 'Readings with usable energy and power. A measured 0 is a value; a 0 that an earlier tool may have written for a missing value is not here.';

create view v_readings_enriched as
select m.meter_id, m.meter_name, m.site_id, m.site_name, m.device_id, m.device_name, m.device_type, m.device_uuid, m.counts_toward_site, r.*
from v_clean_readings r join v_meters m on m.meter_id = r.channel_id;
comment on view v_readings_enriched is 'v_clean_readings with meter, site and device.';

create view v_latest_readings as
select m.meter_id, m.meter_name, m.site_id, m.site_name, r."timestamp", r.energy_kwh, r.power_kw, r.voltage_v, r.current_a, r.power_factor,
    r.frequency_hz, r.neutral_current_a, r.thd_current, r.apparent_power_kva, r.apparent_power_kva * 1000 as apparent_power_va, r.data_quality, r.quality_method
from v_meters m
cross join lateral (select "timestamp", energy_kwh, power_kw, voltage_v, current_a, power_factor, frequency_hz, neutral_current_a, thd_current, apparent_power_kva,
        data_quality, quality_method
    from readings where channel_id = m.meter_id and is_counted(data_quality, quality_method) order by "timestamp" desc limit 1) r;
comment on view v_latest_readings is 'The newest reading of each channel that counts.';

-- Totals --------------------------------------------------------------------------------------------------------------------------------------------------
create materialized view mv_hourly_usage as
select channel_id as meter_id, date_trunc('hour', "timestamp", 'UTC') as hour, avg(power_kw) as avg_kw,
    sum(energy_kwh) filter (where not is_catch_up(quality_method)) as total_kwh, count(*) as reading_count, max(power_kw) as peak_kw,
    sum(energy_kwh) filter (where is_catch_up(quality_method)) as catch_up_kwh, count(*) filter (where data_quality = 'estimated') as estimated_count,
    avg(frequency_hz) as avg_frequency_hz, avg(neutral_current_a) as avg_neutral_current_a, max(neutral_current_a) as max_neutral_current_a,
    avg(thd_current) as avg_thd_current, max(thd_current) as max_thd_current, avg(apparent_power_kva) * 1000 as avg_apparent_power_va
from readings
where is_counted(data_quality, quality_method)
group by 1, 2;
create unique index idx_mv_hourly_usage_meter_hour on mv_hourly_usage (meter_id, hour);
comment on materialized view mv_hourly_usage is 'Usage per channel and UTC hour. total_kwh leaves out catch-up energy, which belongs to the gap before the hour and stands in catch_up_kwh. Refresh after ingestion: refresh materialized view concurrently mv_hourly_usage.';

create view v_readings_hourly as
select h.meter_id, m.meter_name, m.site_id, m.site_name, m.device_id, m.device_name, h.hour, h.avg_kw, h.total_kwh, h.reading_count, h.peak_kw, h.catch_up_kwh, h.estimated_count,
    m.counts_toward_site
from mv_hourly_usage h join v_meters m using (meter_id);
comment on view v_readings_hourly is 'mv_hourly_usage with meter and site.';

create view v_readings_daily as
with days as (
    select r.channel_id, c.channel_name, c.organization_id, c.site_name, c.time_zone, c.interval_seconds, c.counts_toward_site,
        (r."timestamp" at time zone c.time_zone)::date as reading_date,
        sum(r.energy_kwh) as total_energy_kwh, avg(r.power_kw) as avg_power_kw, max(r.power_kw) as peak_power_kw, avg(r.voltage_v) as avg_voltage_v,
        avg(r.power_factor) as avg_power_factor, count(*) as reading_count,
        sum(r.energy_kwh) filter (where is_catch_up(r.quality_method)) as catch_up_energy_kwh, count(*) filter (where r.data_quality = 'estimated') as estimated_count,
        avg(r.frequency_hz) as avg_frequency_hz, min(r.frequency_hz) as min_frequency_hz, max(r.frequency_hz) as max_frequency_hz,
        avg(r.neutral_current_a) as avg_neutral_current_a, max(r.neutral_current_a) as max_neutral_current_a, avg(r.thd_current) as avg_thd_current,
        max(r.thd_current) as max_thd_current, avg(r.apparent_power_kva) * 1000 as avg_apparent_power_va, max(r.current_a) as peak_current_a
    from readings r join v_site_channels c using (channel_id)
    where is_counted(r.data_quality, r.quality_method)
    group by 1, 2, 3, 4, 5, 6, 7, 8
)
select channel_id as meter_id, channel_name as meter_name, organization_id as site_id, site_name, reading_date, total_energy_kwh, avg_power_kw, peak_power_kw, avg_voltage_v,
    avg_power_factor, reading_count, catch_up_energy_kwh, estimated_count,
    (extract(epoch from slot_at_or_after(day_start(reading_date + 1, time_zone), interval_seconds) - slot_at_or_after(day_start(reading_date, time_zone), interval_seconds))
        / interval_seconds)::bigint as slots_of_day,
    counts_toward_site, avg_frequency_hz, min_frequency_hz, max_frequency_hz, avg_neutral_current_a, max_neutral_current_a, avg_thd_current, max_thd_current,
    avg_apparent_power_va, peak_current_a
from days;
comment on view v_readings_daily is 'Totals per channel and day of its site''s time zone. total_energy_kwh includes catch-up energy (on the day on which it came), which catch_up_energy_kwh names; slots_of_day is how many readings the day can have.';

create view v_readings_monthly as
select r.channel_id as meter_id, c.channel_name as meter_name, c.organization_id as site_id, c.site_name,
    date_trunc('month', r."timestamp" at time zone c.time_zone)::date as reading_month,
    sum(r.energy_kwh) as total_energy_kwh, avg(r.power_kw) as avg_power_kw, max(r.power_kw) as peak_power_kw, count(*) as reading_count,
    sum(r.energy_kwh) filter (where is_catch_up(r.quality_method)) as catch_up_energy_kwh, count(*) filter (where r.data_quality = 'estimated') as estimated_count,
    c.counts_toward_site
from readings r join v_site_channels c using (channel_id)
where is_counted(r.data_quality, r.quality_method)
group by r.channel_id, c.channel_name, c.organization_id, c.site_name, 5, c.counts_toward_site;
comment on view v_readings_monthly is 'Totals per channel and month of its site''s time zone; energy as in v_readings_daily.';

create view v_site_daily as
select site_id, site_name, reading_date, sum(total_energy_kwh) as total_energy_kwh, sum(catch_up_energy_kwh) as catch_up_energy_kwh, count(*) as meter_count,
    sum(reading_count)::bigint as reading_count, sum(slots_of_day)::bigint as slots_of_day
from v_readings_daily where counts_toward_site group by site_id, site_name, reading_date;
comment on view v_site_daily is 'Energy per site and day of its time zone; every metering point once.';

create view v_site_monthly as
select site_id, site_name, reading_month, sum(total_energy_kwh) as total_energy_kwh, sum(catch_up_energy_kwh) as catch_up_energy_kwh, count(*) as meter_count,
    sum(reading_count)::bigint as reading_count
from v_readings_monthly where counts_toward_site group by site_id, site_name, reading_month;
comment on view v_site_monthly is 'Energy per site and month of its time zone; every metering point once.';

-- Health --------------------------------------------------------------------------------------------------------------------------------------------------
create view v_data_health_monitor as
select c.channel_id, c.channel_name, c.organization_id, l.last_reading_at, extract(epoch from current_timestamp - l.last_reading_at) / 60 as minutes_since_last_reading,
    case
        when not c.active or c.uninstalled_at <= current_timestamp then 'INACTIVE'
        when l.last_reading_at is null or current_timestamp - l.last_reading_at > 8 * make_interval(secs => c.interval_seconds) then 'CRITICAL'
        when current_timestamp - l.last_reading_at > 4 * make_interval(secs => c.interval_seconds) then 'WARNING'
        else 'HEALTHY'
    end as status,
    c.interval_seconds, p.state, p.state_reason, p.cursor, p.last_success_at, p.consecutive_failures, p.last_error,
    (select count(*) from dead_letters where channel_id = c.channel_id and status = 'open') as open_dead_letters
from channels c
left join poll_state p using (channel_id)
left join lateral (select "timestamp" as last_reading_at from readings where channel_id = c.channel_id order by "timestamp" desc limit 1) l on true;
comment on view v_data_health_monitor is 'How fresh each channel is: WARNING after 4 missing intervals, CRITICAL after 8 (1 h and 2 h at 15 minutes) or without any reading, INACTIVE where none is expected.';

do 'begin perform bring_views_back(); end';
