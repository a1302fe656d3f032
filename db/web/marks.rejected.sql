select reading_timestamp as "timestamp", rule, reason, id as dead_letter_id, status, payload::text as payload
from dead_letters
where channel_id = :id::integer and reading_timestamp >= :start::timestamptz and reading_timestamp < :end::timestamptz
    and (not partial or :column::text is null or :column = any (columns))
order by reading_timestamp, id limit 2000
