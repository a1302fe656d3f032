-- What is known before an evaluation: alerts that are open, alerts that ended recently, and silences that have not
-- ended. One row.
select
  (select coalesce(jsonb_agg(jsonb_build_object(
      'key', alert_key, 'incident', incident, 'rule', rule, 'siteId', site_id, 'siteName', site_name,
      'severity', upper(severity), 'state', upper(state), 'startedAt', started_at, 'firedAt', fired_at,
      'notifiedAt', told_at, 'resolvedAt', resolved_at, 'acknowledgedAt', acknowledged_at,
      'acknowledgedBy', acknowledged_by, 'quietReason', quiet_reason, 'members', members, 'version', version)
      order by alert_id), '[]')
    from alerts where (state <> 'resolved' or resolved_at > :#since::timestamptz) and rule <> '')::text as alerts,
  (select coalesce(jsonb_agg(jsonb_build_object(
      'id', silence_id, 'rule', rule, 'siteId', site_id, 'channelId', channel_id, 'startsAt', starts_at,
      'endsAt', ends_at, 'reason', reason, 'createdBy', created_by)), '[]')
    from alert_silences where ends_at > :#now::timestamptz)::text as silences
