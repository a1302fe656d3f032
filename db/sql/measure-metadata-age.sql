-- Time in s since the source's list of channels was last read. No row before the first time.
select extract(epoch from :#now::timestamptz - max(last_seen_at))::float8 as value
from channels having max(last_seen_at) is not null
