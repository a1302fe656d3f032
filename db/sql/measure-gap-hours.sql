-- Of each channel: the length in s of its longest open gap that can still be filled. Gaps that are planned, not yet due
-- or given up do not count, nor do gaps that the source already had when the history was fetched for the first time,
-- nor those before the first reading.
-- Channels whose history is still being fetched are left out.
-- Channels that never delivered anything have an alert of their own and do not count.
select c.channel_id, c.channel_name, c.channel_type, c.organization_id, o.organization_name, c.interval_seconds,
  g.value,
  'from ' || to_char(g.gap_start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') || coalesce(', ' || g.reason, '')
    as detail
from channels c
left join organizations o using (organization_id)
left join poll_state p using (channel_id)
cross join lateral (
  select gap_start, reason, extract(epoch from gap_end - gap_start)::float8 as value
  from data_gaps d
  where d.channel_id = c.channel_id and closed_at is null and fillable is distinct from false
    and coalesce(reason, '') not in ('planned', 'not_yet_due')
    and not (coalesce(reason, '') = 'no_data_from_source' and gap_end <= p.filled_at) is true
    and not exists (select from (select min(r."timestamp") as first from readings r
        where r.channel_id = d.channel_id) r
      where d.gap_start < r.first and (d.gap_end >= r.first or d.reason is not null))
  order by gap_end - gap_start desc limit 1
) g
where c.active and c.channel_id not in (select channel_id from v_first_fills)
  and c.channel_id not in (select channel_id from v_never_delivered)
