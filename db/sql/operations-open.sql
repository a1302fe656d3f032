-- Open work, how many channels there are to watch, and how long ago the last canary reached the database: in s, by the
-- database's own clock, which the clock of this machine does not move.
select :#now::timestamptz as at,
  (select count(*) from alerts where state in ('firing', 'acknowledged')) as alerts,
  (select count(*) from alert_outbox where state = 'waiting') as messages,
  (select min(created_at) from alert_outbox where state = 'waiting' and attempts > 0) as oldest_message,
  (select count(*) from data_gaps where closed_at is null and reason not in ('planned', 'not_yet_due')) as gaps,
  (select count(*) from dead_letters where status = 'open') as dead_letters,
  (select count(*) from dead_letters where status = 'open' and partial) as partial_letters,
  (select count(*) from backfill_windows where state = 'open') as backfill_windows,
  (select count(*) from channels where active) as channels,
  (select extract(epoch from clock_timestamp() - max(reached_at))::bigint from canaries) as canary_age
