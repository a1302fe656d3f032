-- Of each channel: the length in s of its longest open gap that is neither planned nor too young. Channels whose history is still being fetched for the first
-- time have alerts of it afterwards.
select c.channel_id, c.channel_name, c.channel_type, c.organization_id, o.organization_name, c.interval_seconds, g.value,
  'from ' || to_char(g.gap_start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') || coalesce(', ' || g.reason, '') as detail
from channels c left join organizations o using (organization_id)
cross join lateral (select gap_start, reason, extract(epoch from gap_end - gap_start)::float8 as value from data_gaps d
  where d.channel_id = c.channel_id and closed_at is null and coalesce(reason, '') not in ('planned', 'not_yet_due') order by gap_end - gap_start desc limit 1) g
where c.active and c.channel_id not in (select channel_id from v_first_fills)
