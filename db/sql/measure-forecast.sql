-- The probability of each forecast of a kind (or of any) that warns, unless its kind is muted.
select f.channel_id, c.channel_name, c.channel_type, f.site_id as organization_id, f.site_name as organization_name,
  f.probability as value, f.sentence as detail,
  case when f.channel_id is null and f.site_id is null then f.subject end as name
from v_forecasts f left join channels c using (channel_id)
where f.warned and not f.muted and (:#kind in (f.kind, 'any'))
