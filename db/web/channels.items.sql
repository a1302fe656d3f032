with known as (
    select c.channel_id, c.channel_name, c.organization_id, c.channel_type, c.unit, c.interval_seconds,
        coalesce(c.organization_id, '') as site_key,
        channel_state(c.active, c.uninstalled_at, b.state, p.state, :now::timestamptz) as state
    from channels c left join poll_state p using (channel_id) left join data_breakers b using (channel_id)
    where (:site::text is null or c.organization_id = :site)
        and (:q::text is null or strpos(lower(c.channel_name), lower(:q)) > 0 or c.channel_id::text = :q)
), page as (
    select * from known
    where (:state::text is null or state = :state)
        and (:after::jsonb is null or (site_key, channel_id) > (:after::jsonb->>0, (:after::jsonb->>1)::integer))
    order by site_key, channel_id limit :limit
)
select p.channel_id, p.channel_name as name, p.organization_id as site_id, o.organization_name as site_name,
    coalesce(known_time_zone(o.timezone), 'UTC') as timezone,
    p.channel_type as type, p.unit, p.interval_seconds, p.state,
    channel_health(p.state, a.intervals, (select value from quality_settings where setting = 'warning-intervals'),
        (select value from quality_settings where setting = 'critical-intervals')) as health,
    l.newest as newest_reading, w.completeness, jsonb_build_array(p.site_key, p.channel_id)::text as cursor
from page p
left join organizations o using (organization_id)
left join lateral (select r."timestamp" as newest from readings r where r.channel_id = p.channel_id
    order by r."timestamp" desc limit 1) l on true
cross join lateral (select extract(epoch from :now::timestamptz - l.newest) / p.interval_seconds as intervals) a
left join lateral (select sum(d.kept) / nullif(sum(d.due), 0)::double precision as completeness from v_channel_days d
    where d.channel_id = p.channel_id and is_within_last_days(d.local_day, d.time_zone, 7, :now::timestamptz)) w on true
order by p.site_key, p.channel_id
