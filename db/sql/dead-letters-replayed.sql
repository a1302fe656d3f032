-- A kept reading has closed the dead letter; records who replayed it.
update dead_letters set status = 'replayed', closed_at = now(), closed_by = :who, close_reason = 'kept on replay'
where id = :id and status <> 'discarded'
