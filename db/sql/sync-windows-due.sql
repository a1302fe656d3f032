-- About how many windows a sync of what is due requests. No ids: all channels.
select coalesce(sum(ceil(greatest(0, extract(epoch from :now::timestamptz
  - greatest(c.installed_at, coalesce(p.cursor, :history::timestamptz)))) / :windowSeconds)), 0)::bigint
from channels c join poll_state p using (channel_id)
where c.active and (:channels::int[] is null or c.channel_id = any(:channels::int[]))
  and coalesce(p.next_poll_at, '-infinity') <= :now::timestamptz
