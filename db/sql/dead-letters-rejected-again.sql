-- A replayed reading is rejected again: the dead letter stays open with the reasons of today.
update dead_letters set rule = :rule, reason = :reason, failures = :failures::jsonb, last_seen_at = now()
where id = :id and status = 'open'
