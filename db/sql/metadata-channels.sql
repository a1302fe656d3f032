-- Every channel of the list, as the source has it now; a new one is due as soon as it is known what fields it offers
-- (channels-release.sql): a poll before that would fill its history with the core set alone. "rows" = the list's rows
-- as one JSON array. interval_seconds is ours (the source does not say it): never overwritten. A channel that vanished
-- is marked inactive, never deleted.
-- Of an id that stands twice the first row counts, and id 0 is none: "ignored" counts what is left out.
with listed as (
  select :#rows::jsonb as rows
), source as (
  select distinct on ((c->>'dataChannelId')::int) (c->>'dataChannelId')::int as channel_id,
    coalesce(nullif(c->>'channelName', ''), 'channel ' || (c->>'dataChannelId')) as channel_name,
    case when c->>'deviceId' ~ '^\d{1,9}$' then (c->>'deviceId')::int end as device_id,
    case when c->>'meterId' ~ '^\d{1,9}$' then (c->>'meterId')::int end as meter_id,
    nullif(c->>'organizationId', '') as organization_id, nullif(c->>'dataType', '') as channel_type,
      nullif(c->>'pulseUnits', '') as unit,
    nullif(c->>'deviceTypeId', '') as device_type, nullif(c->>'uuId', '') as uuid,
      nullif(c->>'tariffId', '') as tariff_id,
    nullif(c->>'displayedPhase', '') as displayed_phase,
    case lower(c->>'isMeteringPoint') when 'true' then true when '1' then true when 'false' then false when '0'
      then false end as is_metering_point,
    case when c->>'installedTs' ~ '^\d{6,11}$' then to_timestamp((c->>'installedTs')::bigint) end as installed_at,
    case when c->>'uninstalledTs' ~ '^\d{6,11}$' then to_timestamp((c->>'uninstalledTs')::bigint) end as uninstalled_at
  from listed, jsonb_array_elements(rows) with ordinality as t(c, place) where c->>'dataChannelId' ~ '^0*[1-9]\d{0,8}$'
  order by (c->>'dataChannelId')::int, place
), known as (
  select s.*, o.organization_id as known_organization_id, d.device_id as known_device_id, m.meter_id as known_meter_id
  from source s left join organizations o using (organization_id) left join devices d using (device_id) left
    join meters m using (meter_id)
), kept as (
  insert into channels as k (channel_id, channel_name, device_id, meter_id, organization_id, channel_type, unit,
    device_type, uuid, tariff_id,
    displayed_phase, is_metering_point, installed_at, uninstalled_at, interval_seconds, active, last_seen_at,
      updated_at)
  select channel_id, channel_name, known_device_id, known_meter_id, known_organization_id, channel_type, unit,
    device_type, uuid, tariff_id,
    displayed_phase, is_metering_point, installed_at, uninstalled_at, :#interval_seconds::int, true,
      :#now::timestamptz, :#now::timestamptz
  from known
  on conflict (channel_id) do update set
    channel_name = excluded.channel_name, device_id = excluded.device_id, meter_id = excluded.meter_id,
      organization_id = excluded.organization_id,
    channel_type = excluded.channel_type, unit = coalesce(excluded.unit, k.unit), device_type = excluded.device_type,
      uuid = excluded.uuid,
    tariff_id = excluded.tariff_id, displayed_phase = excluded.displayed_phase,
      is_metering_point = excluded.is_metering_point,
    installed_at = excluded.installed_at, uninstalled_at = excluded.uninstalled_at, active = true,
      inactive_since = null,
    last_seen_at = excluded.last_seen_at,
    updated_at = case when (k.channel_name, k.device_id, k.meter_id, k.organization_id, k.channel_type, k.unit,
      k.device_type, k.uuid, k.tariff_id,
      k.displayed_phase, k.is_metering_point, k.installed_at, k.uninstalled_at, k.active) is distinct
        from (excluded.channel_name, excluded.device_id,
      excluded.meter_id, excluded.organization_id, excluded.channel_type, coalesce(excluded.unit, k.unit),
        excluded.device_type, excluded.uuid,
      excluded.tariff_id, excluded.displayed_phase, excluded.is_metering_point, excluded.installed_at,
        excluded.uninstalled_at, true) then :#now::timestamptz else k.updated_at end
  returning channel_id, (xmax = 0) as inserted, updated_at = :#now::timestamptz as changed
), polled as (
  insert into poll_state (channel_id, next_poll_at) select channel_id, 'infinity' from kept
    on conflict (channel_id) do nothing
), gone as (
  update channels set active = false, inactive_since = :#now::timestamptz, updated_at = :#now::timestamptz
  where active and channel_id not in (select channel_id from source) and exists (select from source)
  returning 1
)
select (select count(*) from source) as listed, (select count(*) from kept where inserted) as added,
  (select count(*) from kept where not inserted and changed) as changed, (select count(*) from gone) as gone,
  (select jsonb_array_length(rows) from listed) - (select count(*) from source) as ignored
