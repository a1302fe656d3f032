-- Channels whose circuit breaker for bad data is open.
select c.channel_id, c.channel_name, c.channel_type, c.organization_id, o.organization_name, 1::float8 as value,
  b.reason as detail
from data_breakers b join channels c using (channel_id) left join organizations o using (organization_id)
where b.state = 'open' and c.active
