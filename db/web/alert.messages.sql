select channel, kind, state, attempts, created_at, settled_at, last_error from alert_outbox where alert_id = :id
    order by outbox_id limit 1000
