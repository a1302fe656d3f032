-- Channels in a certain state: dead or paused.
select c.channel_id, c.channel_name, c.channel_type, c.organization_id, o.organization_name, 1::float8 as value,
  p.state_reason as detail
from poll_state p join channels c using (channel_id) left join organizations o using (organization_id)
where p.state = :#kind and c.active
