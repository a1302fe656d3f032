select u.run_id, u.kind, u.started_at, u.finished_at, u.rule_set, u.configuration_hash, u.version
from readings r join runs u using (run_id) where r.channel_id = :id::integer and r."timestamp" = :timestamp::timestamptz
