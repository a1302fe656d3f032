with channel as (
    select c.*, s.site_name, s.time_zone, p.state as poll_state, p.state_reason, p.state_since, p.cursor as taken_until,
        p.next_poll_at, p.last_error, p.last_success_at,
        channel_state(c.active, c.uninstalled_at, b.state, p.state, :now::timestamptz) as state
    from channels c join v_site_channels s using (channel_id) left join poll_state p using (channel_id) left
        join data_breakers b using (channel_id)
    where c.channel_id = :id::integer
)
select c.channel_id, c.channel_name as name, c.organization_id as site_id, c.site_name, c.time_zone as timezone,
    c.channel_type as type, c.unit, c.interval_seconds,
    c.installed_at, c.uninstalled_at, c.device_id, c.meter_id, c.displayed_phase, c.state, c.poll_state, c.state_reason,
        c.state_since, c.taken_until, c.next_poll_at, c.last_error,
    c.last_success_at,
    channel_health(c.state, a.intervals, (select value from quality_settings where setting = 'warning-intervals'),
        (select value from quality_settings where setting = 'critical-intervals')) as health,
    l.newest as newest_reading
from channel c
left join lateral (select r."timestamp" as newest from readings r where r.channel_id = c.channel_id
    order by r."timestamp" desc limit 1) l on true
cross join lateral (select extract(epoch from :now::timestamptz - l.newest) / c.interval_seconds as intervals) a
