-- Of each channel: slots that differed from the source in a reconciliation of the last span: missing, changed or extra.
select c.channel_id, c.channel_name, c.channel_type, c.organization_id, o.organization_name,
  sum(r.missing + r.changed + r.extra)::float8 as value, 'job ' || max(r.job_id) as detail
from reconciliations r join channels c using (channel_id) left join organizations o using (organization_id)
where r.verdict = 'differs' and r.published_at > :#now::timestamptz - :#over::interval and c.active
group by c.channel_id, c.channel_name, c.channel_type, c.organization_id, o.organization_name
