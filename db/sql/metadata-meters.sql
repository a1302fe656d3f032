-- Every meter of the list, as the source has it now. "rows" = the list's rows as one JSON array; ids and epochs are
-- JSON strings there.
-- Of an id that stands twice the first row counts, and id 0 is none: "ignored" counts what is left out.
with listed as (
  select :#rows::jsonb as rows
), source as (
  select distinct on ((m->>'meterId')::int) (m->>'meterId')::int as meter_id,
    coalesce(nullif(m->>'deviceName', ''), 'meter ' || (m->>'meterId')) as meter_name,
    case when m->>'deviceId' ~ '^\d{1,9}$' then (m->>'deviceId')::int end as device_id,
      nullif(m->>'organizationId', '') as organization_id,
    nullif(m->>'dataType', '') as data_type, nullif(m->>'uuId', '') as uuid,
    case when m->>'ct' ~ '^\d{1,9}(\.\d+)?$' then (m->>'ct')::float8 end as ct,
      case when m->>'vs' ~ '^\d{1,9}(\.\d+)?$' then (m->>'vs')::float8 end as vs,
    case when m->>'channels' ~ '^\d{1,4}$' then (m->>'channels')::int end as channels,
      m->'interface'->>'interfaceName' as interface_name,
    case when m->>'parentId' ~ '^\d{1,9}$' then (m->>'parentId')::int end as parent_id,
    case when m->>'registered' ~ '^\d{6,11}$' then to_timestamp((m->>'registered')::bigint) end as registered_at,
    case when m->>'expires' ~ '^\d{6,11}$' then to_timestamp((m->>'expires')::bigint) end as expires_at
  from listed, jsonb_array_elements(rows) with ordinality as t(m, place) where m->>'meterId' ~ '^0*[1-9]\d{0,8}$'
  order by (m->>'meterId')::int, place
), known as (
  select s.*, o.organization_id as known_organization_id, d.device_id as known_device_id
  from source s left join organizations o using (organization_id) left join devices d using (device_id)
), kept as (
  insert into meters as k (meter_id, meter_name, device_id, organization_id, data_type, uuid, ct, vs, channels,
    interface_name, parent_id,
    registered_at, expires_at, active, last_seen_at, updated_at)
  select meter_id, meter_name, known_device_id, known_organization_id, data_type, uuid, ct, vs, channels,
    interface_name, parent_id, registered_at,
    expires_at, true, :#now::timestamptz, :#now::timestamptz from known
  on conflict (meter_id) do update set
    meter_name = excluded.meter_name, device_id = excluded.device_id, organization_id = excluded.organization_id,
      data_type = excluded.data_type,
    uuid = excluded.uuid, ct = excluded.ct, vs = excluded.vs, channels = excluded.channels,
      interface_name = excluded.interface_name,
    parent_id = excluded.parent_id, registered_at = excluded.registered_at, expires_at = excluded.expires_at,
      active = true, inactive_since = null,
    last_seen_at = excluded.last_seen_at,
    updated_at = case when (k.meter_name, k.device_id, k.organization_id, k.data_type, k.uuid, k.ct, k.vs, k.channels,
      k.interface_name, k.parent_id,
      k.registered_at, k.expires_at, k.active)
      is distinct from (excluded.meter_name, excluded.device_id, excluded.organization_id, excluded.data_type,
        excluded.uuid, excluded.ct, excluded.vs,
      excluded.channels, excluded.interface_name, excluded.parent_id, excluded.registered_at, excluded.expires_at, true)
      then :#now::timestamptz else k.updated_at end
  returning (xmax = 0) as inserted, updated_at = :#now::timestamptz as changed
), gone as (
  update meters set active = false, inactive_since = :#now::timestamptz, updated_at = :#now::timestamptz
  where active and meter_id not in (select meter_id from source) and exists (select from source)
  returning 1
)
select (select count(*) from source) as listed, (select count(*) from kept where inserted) as added,
  (select count(*) from kept where not inserted and changed) as changed, (select count(*) from gone) as gone,
  (select jsonb_array_length(rows) from listed) - (select count(*) from source) as ignored
