-- The active channels with their site, the codes that the source offers and the fields that it has sent.
select c.channel_id, c.channel_name, coalesce(d.device_type, c.device_type, 'unknown'),
  coalesce(o.organization_name, c.organization_id, 'unknown'),
  array_to_string(coalesce(s.offered, t.fields), ','), coalesce(s.fields::text, '{}')
from channels c
left join devices d using (device_id)
left join organizations o on o.organization_id = c.organization_id
left join channel_shapes s on s.channel_id = c.channel_id
left join device_type_fields t on t.device_type = coalesce(d.device_type, c.device_type)
where c.active
order by 1
