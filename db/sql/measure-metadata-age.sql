-- Time in s since the source's list of channels was last read; nothing where it never was.
select extract(epoch from :#now::timestamptz - max(last_seen_at))::float8 as value from channels having max(last_seen_at) is not null
