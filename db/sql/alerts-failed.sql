-- A message was not taken: another try later, not before the other side wants it.
update alert_outbox set last_error = :#error, next_attempt_at = greatest(next_attempt_at, :#not_before::timestamptz) where outbox_id = :#outbox_id::bigint
