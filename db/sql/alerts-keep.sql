-- Stores what an evaluation changed, in one transaction: alerts, their history, and the messages. Where somebody else
-- has changed an alert meanwhile (version), nothing of that alert is stored; the next evaluation starts from the new
-- state. A message is stored once (message_id).
with change as (
  select * from jsonb_to_recordset(:#changes::jsonb)
    as c(key text, incident text, rule text, site_id text, site_name text, severity text,
    summary text, details text, state text, started_at timestamptz, fired_at timestamptz, told_at timestamptz,
      resolved_at timestamptz,
    acknowledged_at timestamptz, acknowledged_by text, quiet_reason text, members jsonb,
      notices jsonb, version int, events jsonb,
      messages jsonb)
), opened as (
  insert into alerts as a (alert_key, incident, rule, site_id, site_name, severity, summary, details, state,
    started_at, fired_at, told_at,
    resolved_at, quiet_reason, members, notices, last_seen_at, version)
  select key, incident, rule, site_id, site_name, severity, summary, details, state, started_at, fired_at, told_at,
    resolved_at, quiet_reason, members, notices, :#now::timestamptz, 1
  from change where version = 0
  on conflict (alert_key) where state <> 'resolved' do nothing
  returning alert_id, alert_key
), updated as (
  update alerts a set severity = c.severity, summary = c.summary, details = c.details, state = c.state,
    fired_at = c.fired_at,
    told_at = c.told_at, resolved_at = c.resolved_at, acknowledged_at = c.acknowledged_at,
      acknowledged_by = c.acknowledged_by,
    quiet_reason = c.quiet_reason, members = c.members,
    notices = c.notices, site_name = c.site_name, last_seen_at = :#now::timestamptz,
    times_seen = a.times_seen + 1, version = a.version + 1
  from change c
  where c.version > 0 and a.alert_key = c.key and a.state <> 'resolved' and a.version = c.version
  returning a.alert_id, a.alert_key
), changed as (
  select alert_id, alert_key from opened union all select alert_id, alert_key from updated
), event as (
  insert into alert_events (alert_id, at, event, text)
  select d.alert_id, e.at, e.event, e.text
  from changed d join change c on c.key = d.alert_key
  cross join jsonb_to_recordset(c.events) as e(at timestamptz, event text, text text)
), message as (
  insert into alert_outbox (message_id, alert_id, channel, kind, message, created_at, next_attempt_at, state,
    settled_at)
  select m.id, d.alert_id, m.channel, m.kind, m.message, m.at, :#now::timestamptz,
    case when m.sent_at is null then 'waiting' else 'sent' end, m.sent_at
  from changed d join change c on c.key = d.alert_key
  cross join jsonb_to_recordset(c.messages)
    as m(id text, channel text, kind text, message jsonb, at timestamptz, sent_at timestamptz)
  on conflict (message_id) do nothing
)
select count(*) as changed from changed
