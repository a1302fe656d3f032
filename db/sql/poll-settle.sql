-- Records the result of a poll. The cursor is not here: it moves with the readings (readings-keep.sql).
with settled as (
  update poll_state set
    next_poll_at = coalesce(:#next_poll_at::timestamptz, next_poll_at),
    last_attempt_at = :#now::timestamptz,
    last_success_at = case when :#failure::text is null then :#now::timestamptz else last_success_at end,
    consecutive_failures = :#failures::int,
    last_error = :#failure,
    window_max_seconds = :#window_max_seconds::int,
    fields = string_to_array(:#fields, ','),
    fields_proven = :#fields_proven::boolean,
    strikes = :#strikes::int,
    state = :#state,
    state_reason = :#state_reason,
    state_since = :#state_since::timestamptz,
    -- the history is complete once the newest window ends about now
    filled_at = case when filled_at is null and :#failure::text is null
      and :#now::timestamptz <= (select l.end_time + interval '1 hour' + 2 * make_interval(secs => c.interval_seconds)
        from ingestion_logs l join channels c using (channel_id) where l.channel_id = :#channel_id::int
          order by l.end_time desc limit 1) then :#now::timestamptz else filled_at end
  where channel_id = :#channel_id::int
  returning channel_id, cursor
), learnt as (
  update channels set interval_seconds = :#interval_seconds::int, updated_at = :#now::timestamptz
  where channel_id = :#channel_id::int and :#interval_seconds::int is not null
), finished as (
  update runs set finished_at = greatest(finished_at, :#now::timestamptz) where run_id = :#run_id::bigint
)
select cursor from settled
