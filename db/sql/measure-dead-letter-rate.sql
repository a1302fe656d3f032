-- Of each site: open dead letters of runs in the last span. Dead letters of the first fetch of a channel's history do
-- not count: they say nothing about now. Dead letters of single values do not count: their readings are kept.
select c.organization_id, o.organization_name, count(d.id)::float8 as value,
  string_agg(distinct d.rule, ', ') as detail
from dead_letters d
join runs r using (run_id)
join channels c using (channel_id)
join poll_state p using (channel_id)
join organizations o on o.organization_id = c.organization_id
where d.status = 'open' and not d.partial and r.started_at > :#now::timestamptz - :#over::interval
  and r.started_at > p.filled_at
group by c.organization_id, o.organization_name
