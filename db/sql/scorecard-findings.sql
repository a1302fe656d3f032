-- Findings that count, by channel, rule and severity. Parameters: now, now, days.
select channel_id, rule, severity, count(*) as findings from quality_findings
where finding_counts(closed_at, accepted_until, ?)
  and finding_end > ?::timestamptz - make_interval(days => ?)
group by 1, 2, 3 order by 1, 2, 3
