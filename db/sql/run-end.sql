-- Ends a run.
update runs set finished_at = greatest(finished_at, :#now::timestamptz) where run_id = :#run_id::bigint
