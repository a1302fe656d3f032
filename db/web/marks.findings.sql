select finding_id, finding_start as start, finding_end as "end", rule, severity, reason
from quality_findings
where channel_id = :id::integer and closed_at is null and finding_start < :end::timestamptz and finding_end > :start::timestamptz
order by finding_start, finding_id limit 2000
