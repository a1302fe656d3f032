-- Of each channel: open changes of what the source sends, found in the last span, that affect the meaning of values. A
-- new field does not (raw keeps it), nor do numbers sent as texts (they are read; a text that is no number is a dead
-- letter).
select c.channel_id, c.channel_name, c.channel_type, c.organization_id, o.organization_name, count(*)::float8 as value,
  string_agg(d.message, '; ' order by d.finding_id) as detail
from drift_findings d join channels c using (channel_id) left join organizations o using (organization_id)
where d.closed_at is null and d.kind <> 'field-new'
  and not (d.kind = 'type-changed' and d.after in ('number', 'text', 'number or text'))
  and d.found_at > :#now::timestamptz - :#over::interval and c.active
group by c.channel_id, c.channel_name, c.channel_type, c.organization_id, o.organization_name
