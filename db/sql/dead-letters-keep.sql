-- Sets readings aside. The same letter again (look-back, replay) is the same row: its reasons are brought up to date, and it is counted where it
-- came from the source again. One that was settled and is refused again is open again; one that a person discarded stays so.
insert into dead_letters as d (stage, channel_id, reading_timestamp, rule, reason, failures, payload, run_id, rule_set, last_seen_at)
select distinct on (channel_id, epoch, payload::jsonb::text) stage, channel_id, to_timestamp(epoch), rule, reason, failures::jsonb, payload::jsonb,
  :#run_id::bigint, :#rule_set, now()
from unnest(:#stages::text[], :#channel_ids::int[], :#epochs::bigint[], :#rules::text[], :#reasons::text[], :#failures::text[], :#payloads::text[])
  as t(stage, channel_id, epoch, rule, reason, failures, payload)
on conflict (channel_id, reading_timestamp, payload_hash) do update set
  times_seen = d.times_seen + case when exists (select from runs where run_id = excluded.run_id and kind = 'replay') then 0 else 1 end,
  last_seen_at = excluded.last_seen_at, stage = excluded.stage, rule = excluded.rule, reason = excluded.reason,
  failures = excluded.failures, rule_set = excluded.rule_set,
  status = case d.status when 'replayed' then 'open' else d.status end,
  closed_at = case d.status when 'replayed' then null else d.closed_at end,
  closed_by = case d.status when 'replayed' then null else d.closed_by end,
  close_reason = case d.status when 'replayed' then null else d.close_reason end
