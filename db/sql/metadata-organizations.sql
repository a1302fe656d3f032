-- Every organization that the account sees, as the source has it now. "rows" = the list's rows as one JSON array; ids
-- are JSON strings there. A row without a usable id is left out. What people have filled in and the source leaves empty
-- stays.
-- Of an id that stands twice the first row counts, and id 0 is none: "ignored" counts what is left out.
with listed as (
  select :#rows::jsonb as rows
), source as (
  select distinct on (o->>'organizationId') o->>'organizationId' as organization_id,
    coalesce(nullif(o->>'organizationName', ''), 'organization ' || (o->>'organizationId')) as organization_name,
      nullif(o->>'parentId', '') as parent_id,
    nullif(concat_ws(', ', nullif(o->>'address1', ''), nullif(o->>'address2', ''), nullif(o->>'address3', '')),
      '') as address,
    nullif(o->>'city', '') as city, nullif(o->>'state', '') as state, nullif(o->>'postCode', '') as postcode,
      nullif(o->>'country', '') as country,
    (select name from pg_timezone_names
      where name = o->>'timeZone') as timezone, nullif(o->>'currencyCode', '') as currency_code,
    nullif(o->>'temperatureType', '') as temperature_type, nullif(o->>'sortCode', '') as sort_code,
    case when o->>'lat' ~ '^-?\d{1,3}(\.\d+)?$' then (o->>'lat')::float8 end as lat,
      case when o->>'lng' ~ '^-?\d{1,3}(\.\d+)?$' then (o->>'lng')::float8 end as lng
  from listed, jsonb_array_elements(rows) with ordinality as t(o, place) where o->>'organizationId' not in ('', '0')
  order by o->>'organizationId', place
), kept as (
  insert into organizations as k (organization_id, organization_name, parent_id, address, city, state, postcode,
    country, timezone, currency_code,
    temperature_type, sort_code, lat, lng, active, last_seen_at, updated_at)
  select organization_id, organization_name, parent_id, address, city, state, postcode, country, timezone,
    currency_code, temperature_type, sort_code,
    lat, lng, true, :#now::timestamptz, :#now::timestamptz from source
  on conflict (organization_id) do update set
    organization_name = excluded.organization_name, parent_id = excluded.parent_id,
      address = coalesce(excluded.address, k.address),
    city = coalesce(excluded.city, k.city), state = coalesce(excluded.state, k.state),
      postcode = coalesce(excluded.postcode, k.postcode),
    country = coalesce(excluded.country, k.country), timezone = coalesce(excluded.timezone, k.timezone),
      currency_code = excluded.currency_code,
    temperature_type = excluded.temperature_type, sort_code = excluded.sort_code, lat = excluded.lat,
      lng = excluded.lng, active = true,
    inactive_since = null, last_seen_at = excluded.last_seen_at,
    updated_at = case when (k.organization_name, k.parent_id, k.address, k.city, k.state, k.postcode, k.country,
      k.timezone, k.currency_code,
      k.temperature_type, k.sort_code, k.lat, k.lng, k.active)
      is distinct from (excluded.organization_name, excluded.parent_id, coalesce(excluded.address, k.address),
        coalesce(excluded.city, k.city),
      coalesce(excluded.state, k.state), coalesce(excluded.postcode, k.postcode), coalesce(excluded.country, k.country),
      coalesce(excluded.timezone, k.timezone), excluded.currency_code, excluded.temperature_type, excluded.sort_code,
        excluded.lat, excluded.lng, true)
      then :#now::timestamptz else k.updated_at end
  returning (xmax = 0) as inserted, updated_at = :#now::timestamptz as changed
), gone as (
  update organizations set active = false, inactive_since = :#now::timestamptz, updated_at = :#now::timestamptz
  where active and organization_id not in (select organization_id from source) and exists (select from source)
  returning 1
)
select (select count(*) from source) as listed, (select count(*) from kept where inserted) as added,
  (select count(*) from kept where not inserted and changed) as changed, (select count(*) from gone) as gone,
  (select jsonb_array_length(rows) from listed) - (select count(*) from source) as ignored
