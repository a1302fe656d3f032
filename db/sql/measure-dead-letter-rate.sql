-- Dead letters of each site that came in the last while and are open.
select c.organization_id, o.organization_name, count(d.id)::float8 as value, (select string_agg(distinct x.rule, ', ') from dead_letters x
    join channels y using (channel_id) where x.status = 'open' and y.organization_id = c.organization_id and x.run_id in (select run_id from runs where started_at > :#now::timestamptz - :#over::interval)) as detail
from dead_letters d join runs r using (run_id) join channels c using (channel_id) join organizations o on o.organization_id = c.organization_id
where d.status = 'open' and r.started_at > :#now::timestamptz - :#over::interval
group by c.organization_id, o.organization_name
