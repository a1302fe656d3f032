select a.alert_id, a.rule, a.severity, a.state, a.summary, a.details, a.site_id, a.site_name, a.started_at, a.fired_at,
    a.told_at, a.resolved_at, a.acknowledged_at,
    a.acknowledged_by, a.quiet_reason, jsonb_build_array(r.place, a.alert_id)::text as cursor
from alerts a
-- open alerts are ordered by severity; all alerts by time
cross join lateral (select case when :state::text = 'all' then 0
    else array_position(array['critical', 'warning', 'info'], a.severity) end as place) r
where (:state::text = 'all' and a.fired_at is not null or a.state in ('firing', 'acknowledged'))
    and (:after::jsonb is null or (r.place, -a.alert_id) > ((:after::jsonb->>0)::integer, -(:after::jsonb->>1)::bigint))
order by r.place, a.alert_id desc limit :limit
