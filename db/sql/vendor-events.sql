-- Every event of the list; one that is kept already is written only where it differs. "rows" = the list's rows as one
-- JSON array; ids and epochs are JSON strings there.
with source as (
  select distinct on (e->>'eventId') (e->>'eventId')::bigint as event_id,
    coalesce(nullif(e->>'eventName', ''), nullif(e->>'eventDescription', ''),
      'event ' || (e->>'eventId')) as event_name, nullif(e->>'eventType', '') as event_type,
    nullif(e->>'eventDescription', '') as description,
      case when e->>'resourceId' ~ '^\d{1,18}$' then (e->>'resourceId')::bigint end as resource_id,
    case when e->>'eventStartTs' ~ '^\d{6,11}$' then to_timestamp((e->>'eventStartTs')::bigint) end as started_at,
    case when e->>'eventEndTs' ~ '^\d{6,11}$' then to_timestamp((e->>'eventEndTs')::bigint) end as ended_at,
      e - 'links' as raw
  from jsonb_array_elements(:#rows::jsonb) as t(e) where e->>'eventId' ~ '^\d{1,18}$'
), kept as (
  insert into vendor_events as k (event_id, event_name, event_type, description, resource_id, started_at, ended_at,
    raw, first_seen_at, changed_at)
  select source.*, :#now::timestamptz, :#now::timestamptz from source
  on conflict (event_id) do update set
    event_name = excluded.event_name, event_type = excluded.event_type, description = excluded.description,
      resource_id = excluded.resource_id,
    started_at = excluded.started_at, ended_at = excluded.ended_at, raw = excluded.raw, changed_at = excluded.changed_at
  where k.raw <> excluded.raw
  returning (xmax = 0) as inserted
)
select (select count(*) from source) as listed, (select count(*) from kept where inserted) as added,
  (select count(*) from kept where not inserted) as changed, 0::bigint as gone
