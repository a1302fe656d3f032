set local client_min_messages = warning;

-- What the vendor's account sees: organizations (sites), devices, meters, channels. Each table is made with its key alone and then given its columns,
-- so that the same statements serve an empty schema and a database that people already have.

create table if not exists organizations (organization_id text primary key);
alter table organizations
    add column if not exists organization_name text not null,
    add column if not exists address        text,
    add column if not exists city           text,
    add column if not exists postcode       text,
    add column if not exists country        text,
    add column if not exists timezone       text default 'America/New_York',
    add column if not exists created_at     timestamptz default current_timestamp,
    add column if not exists updated_at     timestamptz default current_timestamp,
    add column if not exists parent_id      text,
    add column if not exists state          text,
    add column if not exists lat            double precision,
    add column if not exists lng            double precision,
    add column if not exists currency_code  text,
    add column if not exists temperature_type text,
    add column if not exists sort_code      text,
    add column if not exists active         boolean not null default true,
    add column if not exists inactive_since timestamptz,
    add column if not exists last_seen_at   timestamptz;
comment on table organizations is 'Organizations of the vendor''s account; one that has channels is a site. Never deleted: one that vanishes at the source becomes inactive.';
comment on column organizations.organization_id is 'The vendor''s organizationId, as text.';
comment on column organizations.organization_name is 'Name as the vendor has it.';
comment on column organizations.address is 'Street address, lines joined by a comma.';
comment on column organizations.city is 'City.';
comment on column organizations.postcode is 'Postal code.';
comment on column organizations.country is 'Country as the vendor has it.';
comment on column organizations.timezone is 'IANA time zone of the site, such as America/New_York: its days and months are cut in it.';
comment on column organizations.created_at is 'When the row was made here.';
comment on column organizations.updated_at is 'When the row was last changed here.';
comment on column organizations.parent_id is 'organization_id of the organization above; may be one that the account does not see.';
comment on column organizations.state is 'State or region.';
comment on column organizations.lat is 'Latitude in degrees, north positive.';
comment on column organizations.lng is 'Longitude in degrees, east positive.';
comment on column organizations.currency_code is 'ISO 4217 code of the currency of readings.cost.';
comment on column organizations.temperature_type is 'Unit in which the vendor''s own pages show temperatures; readings.temperature_c is always degrees Celsius.';
comment on column organizations.sort_code is 'The vendor''s path in the hierarchy: ids from the top, joined by a hyphen.';
comment on column organizations.active is 'False since the account no longer sees it, or the vendor says so.';
comment on column organizations.inactive_since is 'When it became inactive; null while active.';
comment on column organizations.last_seen_at is 'When the vendor last listed it.';

create table if not exists devices (device_id integer primary key);
alter table devices
    add column if not exists device_name      text,
    add column if not exists organization_id  text references organizations,
    add column if not exists device_type      text,
    add column if not exists serial_number    text,
    add column if not exists firmware_version text,
    add column if not exists last_seen        timestamptz,
    add column if not exists created_at       timestamptz default current_timestamp,
    add column if not exists updated_at       timestamptz default current_timestamp,
    add column if not exists uuid             text,
    add column if not exists parent_id        integer,
    add column if not exists registered_at    timestamptz,
    add column if not exists expires_at       timestamptz,
    add column if not exists active           boolean not null default true,
    add column if not exists inactive_since   timestamptz,
    add column if not exists last_seen_at     timestamptz;
create index if not exists idx_devices_org on devices (organization_id);
comment on table devices is 'Gateways and metering devices of the vendor''s account. Never deleted: one that vanishes at the source becomes inactive.';
comment on column devices.device_id is 'The vendor''s deviceId.';
comment on column devices.device_name is 'Name as the vendor has it.';
comment on column devices.organization_id is 'Organization that it belongs to; null where the vendor names none.';
comment on column devices.device_type is 'The vendor''s deviceTypeId as text, such as 20; what the type can measure is in device_type_fields.';
comment on column devices.serial_number is 'Serial number.';
comment on column devices.firmware_version is 'Firmware version, as reported.';
comment on column devices.last_seen is 'When the device last spoke to the vendor, as far as known.';
comment on column devices.created_at is 'When the row was made here.';
comment on column devices.updated_at is 'When the row was last changed here.';
comment on column devices.uuid is 'The vendor''s uuId.';
comment on column devices.parent_id is 'device_id of the gateway above; may be one that is not listed.';
comment on column devices.registered_at is 'When it was registered at the vendor.';
comment on column devices.expires_at is 'When its subscription ends: from then on the vendor answers 402.';
comment on column devices.active is 'False since the account no longer sees it, or the vendor says so.';
comment on column devices.inactive_since is 'When it became inactive; null while active.';
comment on column devices.last_seen_at is 'When the vendor last listed it.';

create table if not exists meters (meter_id integer primary key);
alter table meters
    add column if not exists meter_name      text,
    add column if not exists device_id       integer,
    add column if not exists organization_id text,
    add column if not exists data_type       text,
    add column if not exists ct              double precision,
    add column if not exists vs              double precision,
    add column if not exists interface_name  text,
    add column if not exists parent_id       integer,
    add column if not exists channels        integer,
    add column if not exists uuid            text,
    add column if not exists registered_at   timestamptz,
    add column if not exists expires_at      timestamptz,
    add column if not exists active          boolean not null default true,
    add column if not exists inactive_since  timestamptz,
    add column if not exists last_seen_at    timestamptz,
    add column if not exists created_at      timestamptz default current_timestamp,
    add column if not exists updated_at      timestamptz default current_timestamp;
-- A table of that name that people made themselves: what it demands and we do not know must not stop a meter from being stored, and the key must be one.
alter table meters add column if not exists meter_id integer;
do $$
declare
    unknown name;
begin
    for unknown in
        select attname from pg_attribute where attrelid = 'meters'::regclass and attnum > 0 and attnotnull and not atthasdef and attidentity = '' and attname <> 'meter_id'
            and not exists (select from pg_index where indrelid = attrelid and indisprimary and attnum = any (indkey))
    loop
        execute format('alter table meters alter column %I drop not null', unknown);
    end loop;
    if not exists (select from pg_index join pg_attribute on attrelid = indrelid and attname = 'meter_id'
                   where indrelid = 'meters'::regclass and indisunique and indpred is null and indkey::text = attnum::text) then
        alter table meters add constraint meters_meter_id_key unique (meter_id);
    end if;
end $$;
comment on table meters is 'Metering points of the vendor''s account. One meter can have several channels (system, phase 1 ...). No foreign keys: a device may be listed later than its meter.';
comment on column meters.meter_id is 'The vendor''s meterId.';
comment on column meters.meter_name is 'Name as the vendor has it (deviceName of the meter).';
comment on column meters.device_id is 'Device that it is part of.';
comment on column meters.organization_id is 'Organization that it belongs to.';
comment on column meters.data_type is 'What it meters, in the vendor''s words, such as grid meter.';
comment on column meters.ct is 'Rating of the current transformer in A.';
comment on column meters.vs is 'Rating of the voltage sensor in V.';
comment on column meters.interface_name is 'Interface of the device that it is read through.';
comment on column meters.parent_id is 'device_id of the gateway above; may be one that is not listed.';
comment on column meters.channels is 'How many phases or inputs it measures.';
comment on column meters.uuid is 'The vendor''s uuId.';
comment on column meters.registered_at is 'When it was registered at the vendor.';
comment on column meters.expires_at is 'When its subscription ends.';
comment on column meters.active is 'False since the account no longer sees it, or the vendor says so.';
comment on column meters.inactive_since is 'When it became inactive; null while active.';
comment on column meters.last_seen_at is 'When the vendor last listed it.';
comment on column meters.created_at is 'When the row was made here.';
comment on column meters.updated_at is 'When the row was last changed here.';

create table if not exists channels (channel_id integer primary key);
alter table channels
    add column if not exists channel_name    text not null,
    add column if not exists device_id       integer,
    add column if not exists organization_id text references organizations,
    add column if not exists channel_type    text,
    add column if not exists unit            text,
    add column if not exists description     text,
    add column if not exists created_at      timestamptz default current_timestamp,
    add column if not exists updated_at      timestamptz default current_timestamp,
    add column if not exists meter_id        integer,
    add column if not exists interval_seconds integer not null default 900 check (interval_seconds > 0),
    add column if not exists installed_at    timestamptz,
    add column if not exists uninstalled_at  timestamptz,
    add column if not exists active          boolean not null default true,
    add column if not exists inactive_since  timestamptz,
    add column if not exists last_seen_at    timestamptz,
    add column if not exists displayed_phase text,
    add column if not exists is_metering_point boolean,
    add column if not exists device_type     text,
    add column if not exists uuid            text,
    add column if not exists tariff_id       text;
-- A channel may be listed before its device: who belongs to whom is the source's word, and a late device must not hold up readings.
alter table channels drop constraint if exists channels_device_id_fkey;
create index if not exists idx_channels_org on channels (organization_id);
comment on table channels is 'Channels: views of a metering point, and what readings belong to. Never deleted: one that vanishes at the source becomes inactive.';
comment on column channels.channel_id is 'The vendor''s dataChannelId, which /readings/{id} takes.';
comment on column channels.channel_name is 'Name as the vendor has it: data, not to be trusted as HTML or log text.';
comment on column channels.device_id is 'Device that it is part of; the device may be listed later than the channel.';
comment on column channels.organization_id is 'Site that it belongs to; null where the vendor names none.';
comment on column channels.channel_type is 'What it meters, in the vendor''s words (dataType), such as grid meter.';
comment on column channels.unit is 'Unit that people gave it; the units of the readings'' columns do not depend on it.';
comment on column channels.description is 'Text for people.';
comment on column channels.created_at is 'When the row was made here.';
comment on column channels.updated_at is 'When the row was last changed here.';
comment on column channels.meter_id is 'Metering point that it is a view of; the meter may be listed later than the channel.';
comment on column channels.interval_seconds is 'Length of its readings in s: its grid, and the slots that are expected of it.';
comment on column channels.installed_at is 'No reading starts before this; null where unknown.';
comment on column channels.uninstalled_at is 'No reading starts at or after this; null while it is installed.';
comment on column channels.active is 'False since the account no longer sees it, or the vendor says so.';
comment on column channels.inactive_since is 'When it became inactive; null while active.';
comment on column channels.last_seen_at is 'When the vendor last listed it.';
comment on column channels.displayed_phase is 'system = the whole metering point; 1, 2, 3 = one phase of it: counting both counts energy twice (see v_site_channels). Null where unknown.';
comment on column channels.is_metering_point is 'Whether it shows a metering point, as the vendor says; null where unknown.';
comment on column channels.device_type is 'The vendor''s deviceTypeId as text, such as 20: decides which fields can be asked for.';
comment on column channels.uuid is 'The vendor''s uuId of its device.';
comment on column channels.tariff_id is 'The vendor''s tariffId, as text.';

-- Tables that some databases have beside these. Wattline reads them in v_active_sites and otherwise leaves them to their owners.
create table if not exists sites (
    site_id    integer primary key,
    site_name  text        not null,
    is_active  boolean     not null default true,
    wcds_only  boolean     not null default true,
    resolution integer     not null default 3600,
    timezone   text        not null default 'America/New_York',
    notes      text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
alter table sites
    add column if not exists site_id    integer,
    add column if not exists site_name  text,
    add column if not exists is_active  boolean default true,
    add column if not exists wcds_only  boolean,
    add column if not exists resolution integer,
    add column if not exists timezone   text,
    add column if not exists notes      text,
    add column if not exists created_at timestamptz,
    add column if not exists updated_at timestamptz;
comment on table sites is 'Registry of sites that people kept by hand before organizations came from the source. Kept; a site that is switched off here stays out of v_active_sites.';
comment on column sites.site_id is 'organization_id of the site, as a number.';
comment on column sites.site_name is 'Name of the site.';
comment on column sites.is_active is 'False: the site is left out of v_active_sites.';
comment on column sites.wcds_only is 'Note of earlier tools: only channels of type WCDS were fetched. Without effect here.';
comment on column sites.resolution is 'Length of readings that earlier tools asked for, in s. Without effect here: see channels.interval_seconds.';
comment on column sites.timezone is 'IANA time zone, where organizations has none.';
comment on column sites.notes is 'Text for people.';
comment on column sites.created_at is 'When the row was made.';
comment on column sites.updated_at is 'When the row was last changed.';

create table if not exists virtual_meters (
    id              serial primary key,
    name            text not null,
    organization_id text not null,
    unit            text not null default 'kWh',
    description     text
);
alter table virtual_meters
    add column if not exists id              serial,
    add column if not exists name            text,
    add column if not exists organization_id text,
    add column if not exists unit            text,
    add column if not exists description     text;
comment on table virtual_meters is 'Meters that people compute from channels, see virtual_meter_map.';
comment on column virtual_meters.id is 'Number of the virtual meter.';
comment on column virtual_meters.name is 'Name for people.';
comment on column virtual_meters.organization_id is 'Site that it belongs to.';
comment on column virtual_meters.unit is 'Unit of what it computes, such as kWh.';
comment on column virtual_meters.description is 'Text for people.';

create table if not exists virtual_meter_map (
    virtual_meter_id integer not null references virtual_meters on delete cascade,
    channel_id       integer not null references channels on delete cascade,
    weight           numeric not null default 1.0,
    primary key (virtual_meter_id, channel_id)
);
alter table virtual_meter_map
    add column if not exists virtual_meter_id integer,
    add column if not exists channel_id       integer,
    add column if not exists weight           numeric default 1.0;
comment on table virtual_meter_map is 'Which channels a virtual meter adds up.';
comment on column virtual_meter_map.virtual_meter_id is 'The virtual meter.';
comment on column virtual_meter_map.channel_id is 'A channel that counts in it.';
comment on column virtual_meter_map.weight is 'Factor of the channel: 1 adds it, -1 takes it off.';
