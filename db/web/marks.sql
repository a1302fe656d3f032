select channel_id from channels where channel_id = :id::integer
