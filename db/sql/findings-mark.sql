-- Marks the readings of this run's findings, see mark_readings(), and ends the run.
with ended as (update runs set finished_at = :#now::timestamptz where run_id = :#run_id::bigint)
select coalesce(sum(mark_readings(channel_id, since, :#to::timestamptz, :#now::timestamptz)), 0) as marked
from (select channel_id, least(min(finding_start), :#look_from::timestamptz) as since from quality_findings
  where last_run_id = :#run_id::bigint group by channel_id) touched
