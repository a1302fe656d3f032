select c.tariff_name, c.currency_code, c.rate_name, c.energy_kwh, c.cost
from organizations o
    cross join lateral (select known_time_zone(o.timezone) as zone) z
    cross join lateral (select coalesce(:start::date, date_trunc('month', :now::timestamptz at time zone z.zone)::date)
        as first_day) f
    cross join lateral (select coalesce(:end::date, greatest(f.first_day + 1,
        (:now::timestamptz at time zone z.zone)::date + 1)) as end_day) r
    cross join lateral (select day_start(f.first_day, z.zone) as start_at, day_start(r.end_day, z.zone) as end_at) s
    cross join lateral site_cost(o.organization_id, f.first_day, r.end_day) c
where o.organization_id = :id
union all
select 'vendor', o.currency_code, 'as the vendor computes it', null, round(sum(d.vendor_cost), 2)
from organizations o
    cross join lateral (select known_time_zone(o.timezone) as zone) z
    cross join lateral (select coalesce(:start::date, date_trunc('month', :now::timestamptz at time zone z.zone)::date)
        as first_day) f
    cross join lateral (select coalesce(:end::date, greatest(f.first_day + 1,
        (:now::timestamptz at time zone z.zone)::date + 1)) as end_day) r
    cross join lateral (select day_start(f.first_day, z.zone) as start_at, day_start(r.end_day, z.zone) as end_at) s
    join site_days d on d.organization_id = o.organization_id and d.local_day >= f.first_day and d.local_day < r.end_day
where o.organization_id = :id
group by o.currency_code having sum(d.vendor_cost) is not null
