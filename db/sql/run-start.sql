-- Begins a run. Every reading, log row and dead letter names its run.
insert into runs (kind, started_at, rule_set, configuration_hash, version)
values (:#kind, :#now::timestamptz, :#rule_set, :#configuration_hash, :#version)
returning run_id
