-- Measured readings of open findings are suspect, and those whose findings are gone are measured again. Nothing but these two words changes: the run that brought
-- the values stays, and a poll that brings the same values again leaves the mark alone (readings-keep.sql). Catch-up energy, estimates and edits keep their own words.
with touched as (
  select channel_id, least(min(finding_start), :#look_from::timestamptz) as since from quality_findings where last_run_id = :#run_id::bigint group by channel_id
), marks as (
  select r.channel_id, r."timestamp", r.quality_method, 'finding:' || f.rule as wanted
  from touched t
  join readings r on r.channel_id = t.channel_id and r."timestamp" >= t.since and r."timestamp" < :#to::timestamptz
    and (r.data_quality = 'measured' or r.data_quality = 'suspect' and r.quality_method like 'finding:%')
  left join lateral (
    select rule from quality_findings q
    where q.closed_at is null and q.marks and q.channel_id = r.channel_id and q.finding_start <= r."timestamp" and q.finding_end > r."timestamp"
    order by array_position(array['critical', 'warning', 'info'], q.severity), q.rule limit 1
  ) f on true
)
update readings r set data_quality = case when m.wanted is null then 'measured' else 'suspect' end, quality_method = m.wanted
from marks m where r.channel_id = m.channel_id and r."timestamp" = m."timestamp" and m.quality_method is distinct from m.wanted
