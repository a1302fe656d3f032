select local_day as day, due as expected, kept, estimated, missing, suspect, completeness from v_channel_days
where channel_id = :id::integer and local_day = (:now::timestamptz at time zone time_zone)::date
