-- Of each channel: open findings of a severity, or of a rule, that nobody has accepted.
select c.channel_id, c.channel_name, c.channel_type, c.organization_id, o.organization_name, count(*)::float8 as value,
  string_agg(distinct f.rule, ', ') || ', since '
    || to_char(min(f.finding_start) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') as detail
from quality_findings f join channels c using (channel_id) left join organizations o using (organization_id)
where finding_counts(f.closed_at, f.accepted_until, :#now::timestamptz) and c.active
  and (f.severity = :#kind or f.rule = :#kind)
group by c.channel_id, c.channel_name, c.channel_type, c.organization_id, o.organization_name
