-- Closes open dead letters as discarded. The rows stay. Parameters: who, why, ids.
update dead_letters set status = 'discarded', closed_at = now(), closed_by = ?, close_reason = ?
where id = any(?) and status = 'open'
returning id
