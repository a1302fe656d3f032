-- Marks the readings that this run's findings are about, see mark_readings(), with which the run has done its work.
with ended as (update runs set finished_at = :#now::timestamptz where run_id = :#run_id::bigint)
select coalesce(sum(mark_readings(channel_id, since, :#to::timestamptz, :#now::timestamptz)), 0) as marked
from (select channel_id, least(min(finding_start), :#look_from::timestamptz) as since from quality_findings where last_run_id = :#run_id::bigint group by channel_id) touched
