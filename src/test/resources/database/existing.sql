-- A database as people have it before Wattline: tables, rows of three channels around both clock changes of 2025, and the views that they query.
create table organizations (organization_id text primary key, organization_name text not null, address text, city text, postcode text, country text,
  timezone text default 'America/New_York', created_at timestamptz default current_timestamp, updated_at timestamptz default current_timestamp);
create table devices (device_id integer primary key, device_name text, organization_id text references organizations, device_type text, serial_number text,
  firmware_version text, last_seen timestamptz, created_at timestamptz default current_timestamp, updated_at timestamptz default current_timestamp);
create index idx_devices_org on devices (organization_id);
create table channels (channel_id integer primary key, channel_name text not null, device_id integer references devices, organization_id text references organizations,
  channel_type text, unit text, description text, created_at timestamptz default current_timestamp, updated_at timestamptz default current_timestamp);
create index idx_channels_org on channels (organization_id);
create table readings (id bigserial primary key, channel_id integer not null references channels, "timestamp" timestamptz not null, energy_kwh real, power_kw real,
  voltage_v real, current_a real, power_factor real, reactive_power_kvar real, temperature_c real, relative_humidity real, created_at timestamptz default current_timestamp);
create index idx_readings_channel_timestamp on readings (channel_id, "timestamp" desc);
create index idx_readings_timestamp on readings ("timestamp" desc);
create unique index idx_readings_unique on readings (channel_id, "timestamp");
create table data_sync_status (id serial primary key, organization_id text not null, channel_id integer, last_sync_timestamp timestamptz not null,
  last_reading_timestamp timestamptz, readings_count integer, sync_status text, error_message text, created_at timestamptz default current_timestamp);
create index idx_sync_status_org on data_sync_status (organization_id, last_sync_timestamp desc);
create table ingestion_logs (id serial primary key, organization_id text not null, channel_id integer not null, start_time timestamptz not null, end_time timestamptz not null,
  readings_fetched integer not null default 0, readings_inserted integer not null default 0, readings_rejected integer not null default 0,
  status text not null default 'success', error_message text, created_at timestamptz default current_timestamp);
create index idx_ingestion_logs_time on ingestion_logs (organization_id, channel_id, start_time, end_time);

insert into organizations (organization_id, organization_name, timezone) values ('1', 'Mill', 'America/New_York'), ('2', 'Quay', 'Europe/London'), ('3', 'Depot', null);
insert into devices (device_id, device_name, organization_id, device_type, serial_number) values (10, 'Gateway', '1', '20', 'AA01'), (20, 'Gateway', '2', '20', 'BB02');
insert into channels (channel_id, channel_name, device_id, organization_id) values (101, 'Main', 10, '1'), (102, 'Crane', 20, '2'), (103, 'Lights', null, '3');
insert into data_sync_status (organization_id, channel_id, last_sync_timestamp, readings_count) values ('1', 101, '2025-11-10T00:00Z', 3);
insert into ingestion_logs (organization_id, channel_id, start_time, end_time, readings_fetched) values ('1', 101, '2025-11-09T00:00Z', '2025-11-10T00:00Z', 96);

-- What was measured: every quarter of an hour on the grid, and for every other one a double off it. 0.1 and its like have no exact float.
create table truth as
select channel_id, instant, ((extract(epoch from instant)::bigint / 900 + channel_id) % 40 + 1) / 10.0::numeric as energy_kwh
from unnest(array[101, 102, 103]) channel_id, unnest(array[
    tstzrange('2025-03-07T00:00Z', '2025-03-11T00:00Z'), tstzrange('2025-03-29T00:00Z', '2025-04-01T00:00Z'),
    tstzrange('2025-10-25T00:00Z', '2025-10-28T00:00Z'), tstzrange('2025-11-01T00:00Z', '2025-11-04T00:00Z')]) span,
    generate_series(lower(span), upper(span) - interval '1 s', interval '15 minutes') slot,
    lateral (select slot union all select slot + interval '6 minutes 31 seconds' where extract(epoch from slot)::bigint % 1800 = 0) at (instant);
insert into readings (channel_id, "timestamp", energy_kwh, power_kw, voltage_v, current_a, power_factor)
select channel_id, instant, energy_kwh::real, (energy_kwh * 4)::real, 230.1::real, 1.7::real, 0.93::real from truth order by instant, channel_id;
-- A 0 where the source said null, and a row without any value.
update readings set energy_kwh = 0, power_kw = 0 where "timestamp" = '2025-03-10T12:00Z';
update readings set energy_kwh = null, power_kw = null, voltage_v = null, current_a = null, power_factor = null where "timestamp" = '2025-03-10T13:00Z';

create view v_clean_readings as select id, channel_id, "timestamp", energy_kwh, power_kw, voltage_v, current_a, power_factor, created_at from readings
  where energy_kwh is not null and energy_kwh <> 0 and power_kw is not null and power_kw <> 0;
create materialized view mv_hourly_usage as select channel_id as meter_id, date_trunc('hour', "timestamp") as hour, avg(power_kw) as avg_kw, sum(energy_kwh) as total_kwh,
  count(*) as reading_count from v_clean_readings group by 1, 2;
create unique index idx_mv_hourly_usage_meter_hour on mv_hourly_usage (meter_id, hour);
create view v_sites as select organization_id as site_id, organization_name as site_name, address, city, postcode, country, timezone, created_at, updated_at from organizations;
create view v_readings_hourly as select h.*, c.channel_name as meter_name from mv_hourly_usage h join channels c on c.channel_id = h.meter_id;

-- Views of their own, with rights and comments, and an index on one of them.
create role analyst;
create view v_mill as select r.*, c.channel_name from v_clean_readings r join channels c using (channel_id) where c.organization_id = '1';
comment on view v_mill is 'The mill''s readings';
comment on column v_mill.energy_kwh is 'kWh, says the mill';
create materialized view mv_peak as select channel_id, max(power_kw) as peak_kw from readings group by channel_id;
create unique index mv_peak_channel on mv_peak (channel_id);
grant select on readings, v_mill, v_clean_readings, mv_peak to analyst;

-- Another schema of another program.
create schema neon_auth;
create table neon_auth.organization (id uuid primary key default gen_random_uuid(), name text, "createdAt" timestamp default now());
insert into neon_auth.organization (name) values ('somebody'), ('else');
create view neon_auth.names as select name from neon_auth.organization;
