-- About how many windows a sync of a range requests. No ids: all channels.
select coalesce(sum(ceil(greatest(0, extract(epoch from :end::timestamptz
  - greatest(c.installed_at, :start::timestamptz))) / :windowSeconds)), 0)::bigint
from channels c
where c.active and (:channels::int[] is null or c.channel_id = any(:channels::int[]))
