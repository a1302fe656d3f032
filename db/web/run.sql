select run_id, kind, started_at, finished_at, rule_set, configuration_hash, version from runs where run_id = :id
