select m.id as meter_id, m.name, m.description,
    (select string_agg(case when v.weight < 0 then '- ' else '+ ' end || k.channel_name, ' ' order by v.weight desc,
        v.channel_id) from virtual_meter_map v join channels k using (channel_id) where v.virtual_meter_id = m.id)
        as formula,
    b.energy_kwh, b.measured_kwh, b.estimated_kwh, b.suspect_kwh, b.catch_up_kwh, b.due as expected_readings,
    b.measured as measured_readings, b.estimated as estimated_readings, b.suspect as suspect_readings,
    b.missing as missing_readings, b.partial
from organizations o
    cross join lateral (select known_time_zone(o.timezone) as zone) z
    cross join lateral (select coalesce(:start::date, date_trunc('month', :now::timestamptz at time zone z.zone)::date)
        as first_day) f
    cross join lateral (select coalesce(:end::date, greatest(f.first_day + 1,
        (:now::timestamptz at time zone z.zone)::date + 1)) as end_day) r
    cross join lateral (select day_start(f.first_day, z.zone) as start_at, day_start(r.end_day, z.zone) as end_at) s
    join virtual_meters m on m.organization_id = o.organization_id
    left join lateral virtual_meter_energy(m.id, s.start_at, s.end_at) b on true
where o.organization_id = :id
order by m.name, m.id
