-- A channel that was dead or paused has been read, by whichever run: it is live, and due at once.
update poll_state set state = 'live', state_reason = null, state_since = :#now::timestamptz, strikes = 0,
  consecutive_failures = 0, last_error = null, next_poll_at = :#now::timestamptz
where channel_id = :#channel_id::int and state <> 'live'
