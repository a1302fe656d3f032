-- The history of an alert, oldest first, and the state of its messages, as JSON. No row where the alert does not exist.
select jsonb_build_object(
  'events', (
    select coalesce(jsonb_agg(jsonb_build_object('at', at, 'event', event, 'byWhom', by_whom, 'text', text)
      order by event_id), '[]')
    from alert_events e where e.alert_id = a.alert_id),
  'messages', (
    select coalesce(jsonb_agg(jsonb_build_object('channel', channel, 'kind', kind, 'state', state, 'attempts', attempts,
      'settledAt', settled_at, 'lastError', last_error) order by outbox_id), '[]')
    from alert_outbox o where o.alert_id = a.alert_id))::text
from alerts a where alert_id = :alert
