-- Of each channel: the share of the readings fetched in the last span that violated a rule. At least 4 readings count.
select c.channel_id, c.channel_name, c.channel_type, c.organization_id, o.organization_name,
  (sum(l.readings_rejected) / sum(l.readings_fetched)::float8)::float8 as value,
  sum(l.readings_rejected) || ' of ' || sum(l.readings_fetched) as detail
from runs r
join ingestion_logs l using (run_id)
join channels c using (channel_id)
left join organizations o on o.organization_id = c.organization_id
where r.started_at > :#now::timestamptz - :#over::interval
group by c.channel_id, c.channel_name, c.channel_type, c.organization_id, o.organization_name
having sum(l.readings_fetched) >= 4
