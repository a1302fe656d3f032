-- Of each channel: open anomalies of a detector, or taken for a cause (meter, operation, unknown), that nobody has
-- called normal.
select c.channel_id, c.channel_name, c.channel_type, c.organization_id, o.organization_name, count(*)::float8 as value,
  string_agg(a.sentence, ' ' order by a.starts_at) as detail
from anomalies a join channels c using (channel_id) left join organizations o using (organization_id)
where a.state = 'open' and a.verdict is distinct from 'normal' and c.active
  and (a.detector = :#kind or a.cause = :#kind)
group by c.channel_id, c.channel_name, c.channel_type, c.organization_id, o.organization_name
