-- Why nothing was to be read of a named channel; one that is dead or paused, or failed, is in sync-failures.sql.
select 'channel ' || c.channel_id || ': nothing to read; '
  || case
    when :rangeStart::timestamptz is not null and c.uninstalled_at <= :rangeStart::timestamptz
      then 'it was removed at ' || to_char(c.uninstalled_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
    when :rangeStart::timestamptz is not null and c.installed_at >= :rangeEnd::timestamptz
      then 'it was installed at ' || to_char(c.installed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
    when :rangeStart::timestamptz is not null then 'no slot of the dates is over yet'
    when not c.active then 'the source does not list it any more; a sync of dates (--start-date) reads it'
    when p.next_poll_at > :start::timestamptz and p.next_poll_at <> 'infinity'
      then 'it is due at ' || to_char(p.next_poll_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
        || coalesce(', since the last poll failed: ' || p.last_error, '')
        || '; a sync of dates (--start-date) reads it now'
    when c.uninstalled_at is not null then 'it was removed and is read to its end'
    else 'another process reads it now' end
from channels c left join poll_state p using (channel_id)
where c.channel_id = any(:channels::int[])
  and (:rangeStart::timestamptz is not null or coalesce(p.state, 'live') = 'live')
  and not exists (select from ingestion_logs l where l.channel_id = c.channel_id and l.run_id = any(:runs::bigint[]))
  and (p.last_error is null or p.last_attempt_at < :start::timestamptz)
order by c.channel_id
