-- About how many windows a sync of a range requests.
-- Parameters: end, start, seconds of the longest window, whether the sync is of all channels, their ids.
select coalesce(sum(ceil(greatest(0, extract(epoch from ?::timestamptz - greatest(c.installed_at, ?::timestamptz))) / ?)), 0)::bigint
from channels c
where c.active and (? or c.channel_id = any(?))
