select o.organization_id as site_id, o.organization_name as name, z.zone as timezone, :now::timestamptz as now,
    f.first_day as start, r.end_day as end, (:now::timestamptz at time zone z.zone)::date as today,
    (select min(q.local_day) from channel_day_quality q join channels c using (channel_id)
        where c.organization_id = o.organization_id) as since
from organizations o
    cross join lateral (select known_time_zone(o.timezone) as zone) z
    cross join lateral (select coalesce(:start::date, date_trunc('month', :now::timestamptz at time zone z.zone)::date)
        as first_day) f
    cross join lateral (select coalesce(:end::date, greatest(f.first_day + 1,
        (:now::timestamptz at time zone z.zone)::date + 1)) as end_day) r
where o.organization_id = :id
