with page as (
    select channel_id, channel_name, organization_id, coalesce(organization_id, '') as site_key from channels
    where active and (:site::text is null or organization_id = :site)
        and (:after::jsonb is null or (coalesce(organization_id, ''), channel_id) > (:after::jsonb->>0,
            (:after::jsonb->>1)::integer))
    order by coalesce(organization_id, ''), channel_id limit :limit
)
select p.channel_id, p.channel_name as name, p.organization_id as site_id, o.organization_name as site_name,
    (select array_agg(d.completeness order by day)
       from generate_series((:now::timestamptz at time zone 'UTC')::date - (:days::integer - 1),
           (:now::timestamptz at time zone 'UTC')::date, interval '1 day') as day
       left join v_channel_days d on d.channel_id = p.channel_id and d.local_day = day::date) as completeness,
    jsonb_build_array(p.site_key, p.channel_id)::text as cursor
from page p left join organizations o using (organization_id)
order by p.site_key, p.channel_id
