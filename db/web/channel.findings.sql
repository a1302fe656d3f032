select finding_id, finding_start as start, finding_end as "end", rule, severity, reason from quality_findings
where channel_id = :id::integer and closed_at is null order by finding_start desc, finding_id desc limit 200
