-- Stores the outcome of a delivery: the message is sent, or why it failed and before which time it is not tried again.
update alert_outbox set
  state = case when :#${body.outcome.isDelivered}::boolean then 'sent' else state end,
  settled_at = case when :#${body.outcome.isDelivered}::boolean then :#${body.outcome.time}::timestamptz
    else settled_at end,
  last_error = :#${body.outcome.error}::text,
  next_attempt_at = case when :#${body.outcome.isDelivered}::boolean then next_attempt_at
    else greatest(next_attempt_at, :#${body.outcome.time}::timestamptz) end
where outbox_id = :#${body.outboxId}::bigint
