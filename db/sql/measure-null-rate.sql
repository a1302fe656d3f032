-- Of each channel: the share of its readings of the last span without a value in a core field, for the field that lacks
-- most. Only fields that the channel is asked for count. With fewer than 4 readings one null would be a large share.
select c.channel_id, c.channel_name, c.channel_type, c.organization_id, o.organization_name, n.value, n.field as detail
from channels c
join poll_state p using (channel_id)
left join organizations o using (organization_id)
cross join lateral (
  select field, (nulls / total::float8) as value
  from (
    select count(*) as total, count(*) filter (where energy_kwh is null) as e, count(*)
      filter (where power_kw is null) as p,
      count(*) filter (where voltage_v is null) as v, count(*) filter (where current_a is null) as i,
      count(*) filter (where power_factor is null) as pf
    from readings r
    where r.channel_id = c.channel_id and r."timestamp" > :#now::timestamptz - :#over::interval
      and r."timestamp" <= :#now::timestamptz and r.data_quality <> 'estimated'
  ) t
  cross join lateral (values ('E', 'energy_kwh', e), ('P', 'power_kw', t.p), ('V', 'voltage_v', v),
    ('I', 'current_a', i),
    ('PF', 'power_factor', pf)) f(code, field, nulls)
  where total >= 4 and f.code = any (coalesce(p.fields, array['E', 'P']))
  order by nulls desc limit 1
) n
where c.active and c.channel_id not in (select channel_id from v_never_delivered)
