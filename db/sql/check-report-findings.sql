-- The open findings of a run of the checks, the worst first. Parameters: now, the run.
select finding_id, channel_id, rule, severity, finding_start, finding_end, reason, run_id = last_run_id as is_new,
       case when accepted_until > ? then 'accepted by ' || accepted_by
         || case when accepted_until < 'infinity'
              then to_char(accepted_until at time zone 'UTC', ' until YYYY-MM-DD') else '' end
         || ': ' || accepted_reason end as accepted
from quality_findings where last_run_id = ? and closed_at is null
order by array_position(array['critical', 'warning', 'info'], severity), channel_id, finding_start, rule
