select opened_at as since, reason, readings, rejected from data_breakers where channel_id = :id::integer
    and state = 'open'
