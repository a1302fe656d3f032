-- Closes the findings of rules that are switched off or removed.
update quality_findings set closed_at = :#now::timestamptz, close_reason = 'the rule is switched off',
  last_run_id = :#run_id::bigint
where closed_at is null and rule <> all (:#rules::text[])
