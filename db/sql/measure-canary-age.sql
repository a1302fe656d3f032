-- Time in s, by the database's own clock, since the last canary reached the database. No row before the first canary.
select extract(epoch from clock_timestamp() - max(reached_at))::float8 as value
from canaries having max(reached_at) is not null
