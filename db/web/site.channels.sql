with chosen as materialized (
    select o.organization_id, s.start_at, s.end_at
    from organizations o
        cross join lateral (select known_time_zone(o.timezone) as zone) z
        cross join lateral (select coalesce(:start::date,
            date_trunc('month', :now::timestamptz at time zone z.zone)::date) as first_day) f
        cross join lateral (select coalesce(:end::date, greatest(f.first_day + 1,
            (:now::timestamptz at time zone z.zone)::date + 1)) as end_day) r
        cross join lateral (select day_start(f.first_day, z.zone) as start_at, day_start(r.end_day, z.zone) as end_at) s
    where o.organization_id = :id
), energy as materialized (
    select e.*, s.start_at, s.end_at from chosen s 
        cross join lateral channel_energy_bins((select array_agg(channel_id) from channels i
        where i.organization_id = s.organization_id), s.start_at, s.end_at, 'all') e
)
select c.channel_id, c.channel_name as name, k.channel_type as type, c.counts_toward_site,
    trim_scale(b.energy_kwh) as energy_kwh, trim_scale(b.energy_kwh - b.estimated_kwh - b.suspect_kwh) as measured_kwh,
    trim_scale(b.estimated_kwh) as estimated_kwh, trim_scale(b.suspect_kwh) as suspect_kwh,
    trim_scale(b.catch_up_kwh) as catch_up_kwh, b.due as expected_readings, b.measured as measured_readings,
    b.estimated as estimated_readings, b.suspect as suspect_readings,
    greatest(0, b.due - b.measured - b.estimated - b.suspect) as missing_readings,
    not (b.settled and b.covered_start <= b.start_at and b.covered_end >= b.end_at) as partial
from v_site_channels c join channels k using (channel_id) left join energy b on b.channel_id = c.channel_id
where c.organization_id = :id and (c.active or b.energy_kwh is not null)
order by c.counts_toward_site desc, b.energy_kwh desc nulls last, c.channel_id
