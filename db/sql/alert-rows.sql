-- Alerts as JSON, the newest first: one alert by its number, or those that are open, or (all) also the last that have
-- ended. An alert that cleared before it fired is left out.
select coalesce(jsonb_agg(jsonb_build_object(
    'id', alert_id, 'key', alert_key, 'rule', rule, 'severity', severity, 'state', state, 'summary', summary,
    'details', details, 'startedAt', started_at, 'firedAt', fired_at, 'toldAt', told_at, 'resolvedAt', resolved_at,
    'acknowledgedBy', acknowledged_by, 'quietReason', quiet_reason) order by alert_id desc), '[]')::text
from (
  select * from alerts
  where case when :alert::bigint is null then state <> 'resolved' or :all::boolean and fired_at is not null
    else alert_id = :alert::bigint end
  order by alert_id desc limit 200
) a
