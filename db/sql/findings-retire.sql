-- Rules that are switched off or gone hold nothing against anybody.
update quality_findings set closed_at = :#now::timestamptz, close_reason = 'the rule is switched off', last_run_id = :#run_id::bigint
where closed_at is null and rule <> all (:#rules::text[])
