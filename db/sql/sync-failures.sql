-- The channels that a sync could not read, and why. Parameters: start of the sync, whether it is of all channels, their ids.
select 'channel ' || channel_id || ': ' || coalesce(state_reason, last_error)
  || '; next try at ' || to_char(next_poll_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
from poll_state
where last_attempt_at >= ?::timestamptz and (last_error is not null or state <> 'live') and (? or channel_id = any(?))
order by channel_id
