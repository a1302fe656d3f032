-- Every device of the list, as the source has it now. "rows" = the list's rows as one JSON array; ids and epochs are
-- JSON strings there.
-- Of an id that stands twice the first row counts, and id 0 is none: "ignored" counts what is left out.
with listed as (
  select :#rows::jsonb as rows
), source as (
  select distinct on ((d->>'deviceId')::int) (d->>'deviceId')::int as device_id,
    nullif(d->>'deviceName', '') as device_name,
    nullif(d->>'uuId', '') as uuid,
    nullif(d->>'deviceTypeId', '') as device_type, nullif(d->>'organizationId', '') as organization_id,
    case when d->>'parentId' ~ '^\d{1,9}$' then (d->>'parentId')::int end as parent_id,
    case when d->>'registered' ~ '^\d{6,11}$' then to_timestamp((d->>'registered')::bigint) end as registered_at,
    case when d->>'expires' ~ '^\d{6,11}$' then to_timestamp((d->>'expires')::bigint) end as expires_at
  from listed, jsonb_array_elements(rows) with ordinality as t(d, place) where d->>'deviceId' ~ '^0*[1-9]\d{0,8}$'
  order by (d->>'deviceId')::int, place
), known as (
  select s.*, o.organization_id as known_organization_id from source s left join organizations o using (organization_id)
), kept as (
  insert into devices as k (device_id, device_name, uuid, device_type, organization_id, parent_id, registered_at,
    expires_at, active, last_seen_at, updated_at)
  select device_id, device_name, uuid, device_type, known_organization_id, parent_id, registered_at, expires_at, true,
    :#now::timestamptz, :#now::timestamptz
  from known
  on conflict (device_id) do update set
    device_name = excluded.device_name, uuid = excluded.uuid, device_type = excluded.device_type,
      organization_id = excluded.organization_id,
    parent_id = excluded.parent_id, registered_at = excluded.registered_at, expires_at = excluded.expires_at,
      active = true, inactive_since = null,
    last_seen_at = excluded.last_seen_at,
    updated_at = case when (k.device_name, k.uuid, k.device_type, k.organization_id, k.parent_id, k.registered_at,
      k.expires_at, k.active)
      is distinct from (excluded.device_name, excluded.uuid, excluded.device_type, excluded.organization_id,
        excluded.parent_id,
      excluded.registered_at, excluded.expires_at, true) then :#now::timestamptz else k.updated_at end
  returning (xmax = 0) as inserted, updated_at = :#now::timestamptz as changed
), gone as (
  update devices set active = false, inactive_since = :#now::timestamptz, updated_at = :#now::timestamptz
  where active and device_id not in (select device_id from source) and exists (select from source)
  returning 1
)
select (select count(*) from source) as listed, (select count(*) from kept where inserted) as added,
  (select count(*) from kept where not inserted and changed) as changed, (select count(*) from gone) as gone,
  (select jsonb_array_length(rows) from listed) - (select count(*) from source) as ignored
