select changed_at, operation, replaced_by_run, replaced_by, old_run, old from reading_history
where channel_id = :id::integer and "timestamp" = :timestamp::timestamptz order by history_id desc limit 100
