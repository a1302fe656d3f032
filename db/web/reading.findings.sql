select finding_id, finding_start as start, finding_end as "end", rule, severity, reason from quality_findings
where channel_id = :id::integer and closed_at is null and finding_start <= :timestamp::timestamptz and finding_end > :timestamp::timestamptz order by finding_id limit 100
