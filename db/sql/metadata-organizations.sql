-- Every organization that the account sees, as the source has it now. "rows" = the list's rows as one JSON array; ids are JSON strings there.
-- A row without a usable id is left out and counted by the caller (rows given - rows kept).
with source as (
  select o from jsonb_array_elements(:#rows::jsonb) as t(o) where o->>'organizationId' <> ''
), kept as (
  insert into organizations as k (organization_id, organization_name, parent_id, address, city, postcode, country, timezone, currency_code, sort_code, lat, lng, active)
  select distinct on (o->>'organizationId') o->>'organizationId', coalesce(nullif(o->>'organizationName', ''), 'organization ' || (o->>'organizationId')), nullif(o->>'parentId', ''),
    nullif(concat_ws(', ', nullif(o->>'address1', ''), nullif(o->>'address2', ''), nullif(o->>'address3', '')), ''), o->>'city', o->>'postCode', o->>'country',
    (select name from pg_timezone_names where name = o->>'timeZone'), o->>'currencyCode', o->>'sortCode',
    case when o->>'lat' ~ '^-?\d+(\.\d+)?$' then (o->>'lat')::float8 end, case when o->>'lng' ~ '^-?\d+(\.\d+)?$' then (o->>'lng')::float8 end, true
  from source
  on conflict (organization_id) do update set
    organization_name = excluded.organization_name, parent_id = excluded.parent_id, address = coalesce(excluded.address, k.address),
    city = coalesce(excluded.city, k.city), postcode = coalesce(excluded.postcode, k.postcode), country = coalesce(excluded.country, k.country),
    timezone = coalesce(excluded.timezone, k.timezone), currency_code = excluded.currency_code, sort_code = excluded.sort_code,
    lat = excluded.lat, lng = excluded.lng, active = true, updated_at = now()
  where (k.organization_name, k.parent_id, k.address, k.city, k.postcode, k.country, k.timezone, k.currency_code, k.sort_code, k.lat, k.lng, k.active)
    is distinct from (excluded.organization_name, excluded.parent_id, coalesce(excluded.address, k.address), coalesce(excluded.city, k.city),
      coalesce(excluded.postcode, k.postcode), coalesce(excluded.country, k.country), coalesce(excluded.timezone, k.timezone),
      excluded.currency_code, excluded.sort_code, excluded.lat, excluded.lng, true)
  returning (xmax = 0) as inserted
), gone as (
  update organizations set active = false, updated_at = now()
  where active and organization_id not in (select o->>'organizationId' from source) and exists (select from source)
  returning 1
)
select (select count(*) from source) as listed, (select count(*) from kept where inserted) as added,
  (select count(*) from kept where not inserted) as changed, (select count(*) from gone) as gone
