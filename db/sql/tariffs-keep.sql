-- Writes the tariffs of config/tariffs.yaml; gives each site that is not known. Parameter: a JSON array.
with source as materialized (
    select * from jsonb_to_recordset(?::jsonb) as s(tariff_name text, organization_id text, currency_code text,
        valid_from date, valid_until date, per_kwh numeric, per_day numeric, rates jsonb)
), rates as materialized (
    select s.organization_id, s.valid_from, r.*
    from source s cross join lateral jsonb_to_recordset(s.rates) as r(position integer, rate_name text,
        per_kwh numeric, from_hour integer, to_hour integer, weekdays integer[])
), gone as (
    delete from tariffs t where not exists (select from source s
        where s.organization_id = t.organization_id and s.valid_from = t.valid_from)
), gone_rates as (
    delete from tariff_rates t where not exists (select from rates r where r.organization_id = t.organization_id
            and r.valid_from = t.valid_from and r.position = t.position)
        and exists (select from source s where s.organization_id = t.organization_id and s.valid_from = t.valid_from)
), kept as (
    insert into tariffs (tariff_name, organization_id, currency_code, valid_from, valid_until, per_kwh, per_day)
    select tariff_name, organization_id, currency_code, valid_from, valid_until, per_kwh, per_day from source
    on conflict (organization_id, valid_from) do update set tariff_name = excluded.tariff_name,
        currency_code = excluded.currency_code, valid_until = excluded.valid_until, per_kwh = excluded.per_kwh,
        per_day = excluded.per_day
), kept_rates as (
    insert into tariff_rates (organization_id, valid_from, position, rate_name, per_kwh, from_hour, to_hour, weekdays)
    select organization_id, valid_from, position, rate_name, per_kwh, from_hour, to_hour, weekdays from rates
    on conflict (organization_id, valid_from, position) do update set rate_name = excluded.rate_name,
        per_kwh = excluded.per_kwh, from_hour = excluded.from_hour, to_hour = excluded.to_hour,
        weekdays = excluded.weekdays
)
select distinct 'Site ' || s.organization_id || ' of tariff ' || s.tariff_name as unknown from source s
where not exists (select from organizations o where o.organization_id = s.organization_id) order by 1
