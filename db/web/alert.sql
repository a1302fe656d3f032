select a.alert_id, a.rule, a.severity, a.state, a.summary, a.details, a.site_id, a.site_name, a.started_at, a.fired_at,
    a.told_at, a.resolved_at, a.acknowledged_at,
    a.acknowledged_by, a.quiet_reason, a.members
from alerts a where a.alert_id = :id
