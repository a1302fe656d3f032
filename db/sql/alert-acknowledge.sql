-- Acknowledges an alert that fires. Every notification channel that was notified of the alert is notified of this too.
with acked as (
  update alerts set state = 'acknowledged', acknowledged_at = :now::timestamptz, acknowledged_by = :who,
    version = version + 1
  where alert_id = :alert and state in ('firing', 'acknowledged')
  returning alert_id, version, acknowledged_at as at, acknowledged_by as by_whom
), event as (
  insert into alert_events (alert_id, at, event, by_whom) select alert_id, at, 'acknowledged', by_whom from acked
), last as (
  select distinct on (o.channel) a.*, o.channel, o.message
  from acked a join alert_outbox o using (alert_id) where o.kind <> 'digest' order by o.channel, o.outbox_id desc
), message as (
  insert into alert_outbox (message_id, alert_id, channel, kind, message, created_at, next_attempt_at)
  select (message->>'incident') || '#' || version || '-acknowledged/' || channel, alert_id, channel, 'acknowledged',
    message || jsonb_build_object('kind', 'ACKNOWLEDGED', 'id', (message->>'incident') || '#' || version
      || '-acknowledged', 'at', at,
      'notes', jsonb_build_array('Acknowledged by ' || by_whom || '.')), at, at
  from last
)
select alert_id from acked
