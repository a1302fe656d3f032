-- Closes open dead letters as discarded. The rows stay.
update dead_letters set status = 'discarded', closed_at = now(), closed_by = :who, close_reason = :reason
where id = any(:ids) and status = 'open'
returning id
