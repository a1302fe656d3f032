-- Variant: tables beside the readings.
create table sites (site_id integer primary key, site_name text not null, is_active boolean not null default true, wcds_only boolean not null default true,
  resolution integer not null default 3600, timezone text not null default 'America/New_York', notes text, created_at timestamptz not null default now(),
  updated_at timestamptz not null default now());
insert into sites (site_id, site_name, is_active, notes) values (1, 'Mill', true, 'by the river'), (2, 'Quay', false, null);
create view v_active_sites as select site_id, site_name, wcds_only, resolution, timezone, notes from sites where is_active order by site_name;
create table meters (meter_id integer primary key, meter_name text, organization_id text);
insert into meters values (71, 'Incomer', '1');
create table virtual_meters (id serial primary key, name text not null, organization_id text not null, unit text not null default 'kWh', description text);
create table virtual_meter_map (virtual_meter_id integer not null references virtual_meters on delete cascade, channel_id integer not null references channels on delete cascade,
  weight numeric not null default 1.0, primary key (virtual_meter_id, channel_id));
insert into virtual_meters (name, organization_id) values ('Whole mill', '1');
insert into virtual_meter_map values (1, 101);
create view v_virtual_readings as select m.virtual_meter_id, r."timestamp", sum(r.energy_kwh * m.weight) as energy_kwh from virtual_meter_map m join readings r using (channel_id) group by 1, 2;
