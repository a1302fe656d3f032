set local client_min_messages = warning;

-- The vendor's own alarms, what they have reported, and tariffs, as far as the account may see them. Shapes of rules, periods and tariffs are not documented:
-- they are kept as they come, and columns hold what is certain.

create table vendor_alarms (
    alarm_id                   bigint primary key,
    alarm_name                 text        not null,
    description                text,
    channel_id                 integer,
    device_id                  integer,
    organization_id            text,
    displayed_phase            text,
    reporting_interval_seconds integer,
    reminder_interval_seconds  integer,
    holdoff_count              integer,
    status                     text,
    rules                      jsonb,
    periods                    jsonb,
    raw                        jsonb       not null,
    active                     boolean     not null default true,
    inactive_since             timestamptz,
    first_seen_at              timestamptz not null,
    last_seen_at               timestamptz not null
);
comment on table vendor_alarms is 'Alarms that people have set up at the vendor: what is watched there. What they reported is in vendor_events. Never deleted: one that vanishes at the source becomes inactive. No foreign keys: a channel may be listed later than its alarm.';
comment on column vendor_alarms.alarm_id is 'The vendor''s alarmId.';
comment on column vendor_alarms.alarm_name is 'Name as the vendor has it: data, not to be trusted as HTML or log text.';
comment on column vendor_alarms.description is 'Text for people, as the vendor has it.';
comment on column vendor_alarms.channel_id is 'Channel that is watched (channels.channel_id); null where the vendor names none.';
comment on column vendor_alarms.device_id is 'Device that is watched (devices.device_id); null where the vendor names none.';
comment on column vendor_alarms.organization_id is 'Site of the alarm (organizations.organization_id); null where the vendor names none.';
comment on column vendor_alarms.displayed_phase is 'Phase that is watched: system = all of the metering point, or 1, 2, 3; null where unknown.';
comment on column vendor_alarms.reporting_interval_seconds is 'How often the vendor looks, in s; null where it does not say.';
comment on column vendor_alarms.reminder_interval_seconds is 'After how long the vendor reminds people, in s; null where it does not.';
comment on column vendor_alarms.holdoff_count is 'How many times running the condition must hold before the vendor reports it; null where it does not say.';
comment on column vendor_alarms.status is 'The vendor''s status: 1 = switched on, as far as is known; null where it does not say.';
comment on column vendor_alarms.rules is 'Its rules as the vendor has them, a JSON array; [] = it has none, null = the source has not told.';
comment on column vendor_alarms.periods is 'The times at which it watches as the vendor has them, a JSON array; [] = always, null = the source has not told.';
comment on column vendor_alarms.raw is 'The alarm as it came, without links and the recipients'' addresses.';
comment on column vendor_alarms.active is 'False since the source no longer lists it.';
comment on column vendor_alarms.inactive_since is 'When it became inactive; null while active.';
comment on column vendor_alarms.first_seen_at is 'When the source first listed it to us.';
comment on column vendor_alarms.last_seen_at is 'When the source last listed it.';

create table vendor_events (
    event_id      bigint primary key,
    event_name    text        not null,
    event_type    text,
    description   text,
    resource_id   bigint,
    started_at    timestamptz,
    ended_at      timestamptz,
    raw           jsonb       not null,
    first_seen_at timestamptz not null,
    changed_at    timestamptz not null
);
create index idx_vendor_events_started on vendor_events (started_at desc);
comment on table vendor_events is 'What the vendor''s alarms and the vendor itself have reported. Kept for ever, also when the source no longer lists it.';
comment on column vendor_events.event_id is 'The vendor''s eventId.';
comment on column vendor_events.event_name is 'Name as the vendor has it: data, not to be trusted as HTML or log text.';
comment on column vendor_events.event_type is 'The vendor''s type, such as alarm; null where it does not say.';
comment on column vendor_events.description is 'Text for people, as the vendor has it.';
comment on column vendor_events.resource_id is 'What the event is about; with event_type alarm it is vendor_alarms.alarm_id. Null where the vendor names nothing.';
comment on column vendor_events.started_at is 'When it began; null where the vendor does not say.';
comment on column vendor_events.ended_at is 'When it was over; null while it lasts.';
comment on column vendor_events.raw is 'The event as it came, without links.';
comment on column vendor_events.first_seen_at is 'When the source first listed it to us.';
comment on column vendor_events.changed_at is 'When it was last seen to differ from what was kept.';

create table vendor_tariffs (
    organization_id text        not null,
    tariff_id       text        not null,
    tariff_name     text        not null,
    raw             jsonb       not null,
    active          boolean     not null default true,
    inactive_since  timestamptz,
    first_seen_at   timestamptz not null,
    last_seen_at    timestamptz not null,
    primary key (organization_id, tariff_id)
);
comment on table vendor_tariffs is 'Tariffs of the organizations at the vendor; channels.tariff_id names them. Never deleted: one that vanishes at the source becomes inactive.';
comment on column vendor_tariffs.organization_id is 'Organization that the source lists it for (organizations.organization_id).';
comment on column vendor_tariffs.tariff_id is 'The vendor''s tariffId, as text.';
comment on column vendor_tariffs.tariff_name is 'Name as the vendor has it: data, not to be trusted as HTML or log text.';
comment on column vendor_tariffs.raw is 'The tariff as it came, without links: prices and times are not documented.';
comment on column vendor_tariffs.active is 'False since the source no longer lists it.';
comment on column vendor_tariffs.inactive_since is 'When it became inactive; null while active.';
comment on column vendor_tariffs.first_seen_at is 'When the source first listed it to us.';
comment on column vendor_tariffs.last_seen_at is 'When the source last listed it.';
