select b.bin_start as start, b.bin_end as end, to_char(b.local_start, 'YYYY-MM-DD"T"HH24:MI') as local_start,
    b.energy_kwh, b.measured_kwh, b.estimated_kwh, b.suspect_kwh, b.catch_up_kwh, b.due as expected_readings,
    b.measured as measured_readings, b.estimated as estimated_readings, b.suspect as suspect_readings,
    b.missing as missing_readings, b.partial,
    jsonb_build_array(b.bin_start)::text as cursor
from organizations o
    cross join lateral (select known_time_zone(o.timezone) as zone) z
    cross join lateral site_energy(o.organization_id, day_start(:start::date, z.zone), day_start(:end::date, z.zone),
        :bin) b
where o.organization_id = :id and (:after::jsonb is null or b.bin_start > (:after::jsonb->>0)::timestamptz)
order by b.bin_start limit :limit
