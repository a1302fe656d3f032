-- Of each site: readings of the last span that were measured and kept, and how many were expected. A slot counts when
-- it has been due for 10 minutes. Dead and paused channels have alerts of their own. Channels whose history is still
-- being fetched for the first time are left out.
-- Channels that never delivered anything have an alert of their own and do not count.
select c.organization_id, o.organization_name, sum(q.kept)::float8 as value, sum(q.expected)::float8 as expected
from (
  select interval_seconds, array_agg(channel_id) as channel_ids,
    slot_at_or_after(:#now::timestamptz - interval '10 minutes' - make_interval(secs => interval_seconds),
      interval_seconds) as range_end
  from channels join poll_state using (channel_id)
  where state = 'live' and channel_id not in (select channel_id from v_first_fills)
    and channel_id not in (select channel_id from v_never_delivered)
  group by interval_seconds
) g
cross join lateral completeness(g.range_end - :#over::interval, g.range_end, g.channel_ids) q
join channels c using (channel_id) join organizations o using (organization_id)
group by c.organization_id, o.organization_name
