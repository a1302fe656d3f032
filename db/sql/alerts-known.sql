-- What is known before an evaluation: alerts that are open, alerts that ended recently, of each cause the last alert
-- that ended within a day (an alert that begins again goes on with its notices), and silences that have not ended. One
-- row.
select
  (select coalesce(jsonb_agg(jsonb_build_object(
      'key', alert_key, 'incident', incident, 'rule', rule, 'siteId', site_id, 'siteName', site_name,
      'severity', upper(severity), 'state', upper(state), 'startedAt', started_at, 'firedAt', fired_at,
      'notifiedAt', told_at, 'resolvedAt', resolved_at, 'acknowledgedAt', acknowledged_at,
      'acknowledgedBy', acknowledged_by, 'quietReason', quiet_reason, 'members', members, 'version', version,
      'notices', notices)
      order by alert_id), '[]')
    from alerts where rule <> '' and (state <> 'resolved' or resolved_at > :#since::timestamptz
      or alert_id in (select max(alert_id) from alerts
        where state = 'resolved' and resolved_at > :#now::timestamptz - interval '1 day' group by alert_key)))::text
    as alerts,
  (select coalesce(jsonb_agg(jsonb_build_object(
      'id', silence_id, 'rule', rule, 'siteId', site_id, 'channelId', channel_id, 'startsAt', starts_at,
      'endsAt', ends_at, 'reason', reason, 'createdBy', created_by)), '[]')
    from alert_silences where ends_at > :#now::timestamptz)::text as silences
