-- A kept reading has closed the dead letter; records who replayed it. Parameters: who, id.
update dead_letters set status = 'replayed', closed_at = now(), closed_by = ?, close_reason = 'kept on replay'
where id = ? and status <> 'discarded'
