-- Gaps to estimate: refused by the source for good, and still empty. A gap with a new measurement waits until it is
-- split. A gap that could not be estimated is tried again after a while, since its neighbours may have changed. A run
-- takes a limited number of gaps.
select g.gap_id, g.gap_start, g.gap_end, c.channel_id, c.channel_name, c.organization_id, c.device_type,
  c.channel_type, c.interval_seconds,
       c.installed_at, c.uninstalled_at, known_time_zone(o.timezone) as time_zone, o.country,
         array_to_string(p.fields, ',') as fields
from data_gaps g
join channels c using (channel_id)
left join organizations o using (organization_id)
left join poll_state p using (channel_id)
where g.closed_at is null and g.fillable = false and g.reason is distinct from 'planned'
  and (:#channel_ids::int[] is null or g.channel_id = any (:#channel_ids::int[]))
  and extract(epoch from g.gap_start) % c.interval_seconds = 0 and extract(epoch
    from g.gap_end) % c.interval_seconds = 0
  and not exists (select from readings r
    where r.channel_id = g.channel_id and r."timestamp" >= g.gap_start and r."timestamp" < g.gap_end)
  and not exists (select from estimates e
    where e.gap_id = g.gap_id and e.method = 'none' and e.estimated_at > :#now::timestamptz - :#again::interval)
order by g.gap_start, g.gap_id
limit :#most::int
