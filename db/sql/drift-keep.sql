-- Stores the form of a channel's responses and its changes: each change once while it is open. A return to the earlier
-- form closes it.
with seen as (
  select :#channel_id::int as channel_id, :#run_id::bigint as run_id, :#window_start::timestamptz as window_start,
    :#now::timestamptz as now
), shape as (
  insert into channel_shapes as s (channel_id, time_zone, resolution_seconds, fields, changed_at)
  select channel_id, :#time_zone, :#resolution_seconds::int, :#fields::jsonb, now from seen
  on conflict (channel_id) do update set time_zone = excluded.time_zone,
    resolution_seconds = excluded.resolution_seconds, fields = excluded.fields,
    changed_at = excluded.changed_at
), found as (
  select * from unnest(:#kinds::text[], :#codes::text[], :#befores::text[], :#afters::text[],
    :#messages::text[]) as f(kind, code, before, after, message)
), closed as (
  update drift_findings d set closed_at = a.now, close_reason = 'the source is as it was before: ' || f.message
  from seen a, found f
  where d.channel_id = a.channel_id and d.code = f.code and d.closed_at is null
    and (f.kind = 'field-back' and d.kind = 'field-vanished' or d.kind = f.kind and d.before = f.after)
  returning d.kind, d.code
)
insert into drift_findings as d (channel_id, kind, code, before, after, message, found_at, run_id, window_start)
select a.channel_id, f.kind, f.code, f.before, f.after, f.message, a.now, a.run_id, a.window_start
from seen a, found f
where f.kind <> 'field-back' and (f.kind, f.code) not in (select kind, code from closed)
  -- coarser bins come for every window that is too long: a closed finding is not opened again
  and not (f.kind = 'resolution-changed' and exists (select from drift_findings d
    where d.channel_id = a.channel_id and d.kind = f.kind and d.before = f.before
    and d.after = f.after and d.closed_by is not null))
on conflict (channel_id, kind, code)
  where closed_at is null do update set after = excluded.after, message = excluded.message
