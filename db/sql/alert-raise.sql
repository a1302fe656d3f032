-- Opens an alert, or counts it once more while it is open. Says whether it is new.
insert into alerts as a (alert_key, severity, summary, details, state, started_at, last_seen_at)
values (:#alert_key, :#severity, :#summary, :#details, 'firing', :#now::timestamptz, :#now::timestamptz)
on conflict (alert_key) where state <> 'resolved' do update set
  times_seen = a.times_seen + 1, last_seen_at = excluded.last_seen_at, summary = excluded.summary, details = excluded.details
returning alert_id, (xmax = 0) as is_new
