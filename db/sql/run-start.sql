-- One row for each time that something brings readings: every reading, log row and dead letter names it.
insert into runs (kind, started_at, rule_set, configuration_hash, version)
values (:#kind, :#now::timestamptz, :#rule_set, :#configuration_hash, :#version)
returning run_id
