select array_agg(to_char(day, 'yyyy-mm-dd') order by day) as days
from generate_series((:now::timestamptz at time zone 'UTC')::date - (:days::integer - 1),
    (:now::timestamptz at time zone 'UTC')::date, interval '1 day') as day
