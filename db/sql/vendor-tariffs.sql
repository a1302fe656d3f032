-- The tariffs of one organization ("owner"), as the source has them now. "rows" = a JSON array.
with source as (
  select distinct on (coalesce(t->>'tariffId', t->>'id')) coalesce(t->>'tariffId', t->>'id') as tariff_id,
    coalesce(nullif(t->>'tariffName', ''), nullif(t->>'name', ''),
      'tariff ' || coalesce(t->>'tariffId', t->>'id')) as tariff_name, t - 'links' as raw
  from jsonb_array_elements(:#rows::jsonb) as r(t) where coalesce(t->>'tariffId', t->>'id') <> ''
), gone as (
  update vendor_tariffs set active = false, inactive_since = :#now::timestamptz
  where organization_id = :#owner and active and tariff_id not in (select tariff_id from source)
)
insert into vendor_tariffs as k (organization_id, tariff_id, tariff_name, raw, first_seen_at, last_seen_at)
select :#owner, tariff_id, tariff_name, raw, :#now::timestamptz, :#now::timestamptz from source
on conflict (organization_id, tariff_id) do update set
  tariff_name = excluded.tariff_name, raw = excluded.raw, active = true, inactive_since = null,
    last_seen_at = excluded.last_seen_at
