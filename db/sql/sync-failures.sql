-- The channels that a sync could not read, and why: those that failed, and named ones that are not due because they are
-- dead or paused. No ids: all channels.
select 'channel ' || channel_id || ': '
  || case when last_attempt_at >= :start then coalesce(state_reason, last_error)
     else 'is ' || state || ', ' || coalesce(state_reason, last_error, 'reason unknown') end
  || case when next_poll_at is null or next_poll_at = 'infinity' then '; the next poll tries again'
     else '; next try at ' || to_char(next_poll_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') end
  || case when last_attempt_at >= :start then '' else '; a sync of dates (--start-date) reads it now' end
from poll_state
where (:channels::int[] is null or channel_id = any(:channels::int[]))
  and (last_attempt_at >= :start and (last_error is not null or state <> 'live')
    or :channels::int[] is not null and not :dated and state <> 'live')
order by channel_id
