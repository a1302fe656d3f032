select o.organization_id as site_id, o.organization_name as name,
    coalesce(known_time_zone(o.timezone), 'UTC') as timezone,
    (select count(*) from channels c where c.organization_id = o.organization_id and c.active) as channels,
    (select sum(d.kept) / nullif(sum(d.due), 0)::double precision from v_channel_days d
        where d.organization_id = o.organization_id
            and is_within_last_days(d.local_day, d.time_zone, 7, :now::timestamptz)) as completeness,
    jsonb_build_array(o.organization_id)::text as cursor
from organizations o
where o.active and (:after::jsonb is null or o.organization_id > :after::jsonb->>0)
order by o.organization_id limit :limit
