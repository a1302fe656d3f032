-- A replayed reading is rejected again: the dead letter stays open with the reasons of today.
-- Parameters: rule, reason, failures as JSON, id.
update dead_letters set rule = ?, reason = ?, failures = ?::jsonb, last_seen_at = now()
where id = ? and status = 'open'
