-- Every meter of the list, as the source has it now. "rows" = the list's rows as one JSON array; ids are JSON strings there.
with source as (
  select distinct on (m->>'meterId') (m->>'meterId')::int as meter_id, coalesce(nullif(m->>'deviceName', ''), 'meter ' || (m->>'meterId')) as meter_name,
    case when m->>'deviceId' ~ '^\d{1,9}$' then (m->>'deviceId')::int end as device_id, nullif(m->>'organizationId', '') as organization_id,
    nullif(m->>'dataType', '') as data_type, nullif(m->>'uuId', '') as uuid,
    case when m->>'ct' ~ '^\d+(\.\d+)?$' then (m->>'ct')::float8 end as ct, case when m->>'vs' ~ '^\d+(\.\d+)?$' then (m->>'vs')::float8 end as vs,
    case when m->>'channels' ~ '^\d{1,4}$' then (m->>'channels')::int end as channels, m->'interface'->>'interfaceName' as interface_name,
    case when m->>'parentId' ~ '^\d{1,9}$' then (m->>'parentId')::int end as parent_id
  from jsonb_array_elements(:#rows::jsonb) as t(m) where m->>'meterId' ~ '^\d{1,9}$'
), known as (
  select s.*, o.organization_id as known_organization_id, d.device_id as known_device_id
  from source s left join organizations o using (organization_id) left join devices d using (device_id)
), kept as (
  insert into meters as k (meter_id, meter_name, device_id, organization_id, data_type, uuid, ct, vs, channels, interface_name, parent_id, active)
  select meter_id, meter_name, known_device_id, known_organization_id, data_type, uuid, ct, vs, channels, interface_name, parent_id, true from known
  on conflict (meter_id) do update set
    meter_name = excluded.meter_name, device_id = excluded.device_id, organization_id = excluded.organization_id, data_type = excluded.data_type,
    uuid = excluded.uuid, ct = excluded.ct, vs = excluded.vs, channels = excluded.channels, interface_name = excluded.interface_name,
    parent_id = excluded.parent_id, active = true, updated_at = now()
  where (k.meter_name, k.device_id, k.organization_id, k.data_type, k.uuid, k.ct, k.vs, k.channels, k.interface_name, k.parent_id, k.active)
    is distinct from (excluded.meter_name, excluded.device_id, excluded.organization_id, excluded.data_type, excluded.uuid, excluded.ct,
      excluded.vs, excluded.channels, excluded.interface_name, excluded.parent_id, true)
  returning (xmax = 0) as inserted
), gone as (
  update meters set active = false, updated_at = now()
  where active and meter_id not in (select meter_id from source) and exists (select from source)
  returning 1
)
select (select count(*) from source) as listed, (select count(*) from kept where inserted) as added,
  (select count(*) from kept where not inserted) as changed, (select count(*) from gone) as gone
