-- About how many windows a sync of what is due requests.
-- Parameters: now, start of the history, seconds of the longest window, whether the sync is of all channels, their ids, now.
select coalesce(sum(ceil(greatest(0, extract(epoch from ?::timestamptz
  - greatest(c.installed_at, coalesce(p.cursor, ?::timestamptz)))) / ?)), 0)::bigint
from channels c join poll_state p using (channel_id)
where c.active and (? or c.channel_id = any(?)) and coalesce(p.next_poll_at, '-infinity') <= ?::timestamptz
