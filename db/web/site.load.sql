select l.peak_power_kw, l.peak_at, l.mean_power_kw, l.base_load_kw, l.load_factor, l.hours_complete, l.hours
from organizations o
    cross join lateral (select known_time_zone(o.timezone) as zone) z
    cross join lateral (select coalesce(:start::date, date_trunc('month', :now::timestamptz at time zone z.zone)::date)
        as first_day) f
    cross join lateral (select coalesce(:end::date, greatest(f.first_day + 1,
        (:now::timestamptz at time zone z.zone)::date + 1)) as end_day) r
    cross join lateral (select day_start(f.first_day, z.zone) as start_at, day_start(r.end_day, z.zone) as end_at) s
    cross join lateral site_load(o.organization_id, f.first_day, r.end_day) l
where o.organization_id = :id
