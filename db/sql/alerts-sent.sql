-- A message has been taken.
update alert_outbox set state = 'sent', settled_at = :#now::timestamptz, last_error = null where outbox_id = :#outbox_id::bigint
