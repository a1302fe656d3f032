select a.alert_id, a.rule, a.severity, a.state, a.summary, a.details, a.site_id, a.site_name, a.started_at, a.fired_at, a.told_at, a.resolved_at, a.acknowledged_at,
    a.acknowledged_by, a.quiet_reason, jsonb_build_array(a.alert_id)::text as cursor
from alerts a
where (:state::text = 'all' and a.fired_at is not null or a.state in ('firing', 'acknowledged')) and a.alert_id < coalesce((:after::jsonb->>0)::bigint, 9223372036854775807)
order by a.alert_id desc limit :limit
