-- Keeps rejected readings. The same dead letter again (look-back, replay) is the same row with the reasons of today;
-- times_seen counts arrivals from the source. A dead letter that a reading has closed opens again when it is rejected
-- again; one that a person has discarded stays discarded. Older dead letters of the slot are closed, since the source
-- says something else now and a replay would bring back the old value. columns names the values that are set aside of
-- a reading that is kept; null where nothing of it is kept.
with kept as (
  insert into dead_letters as d (stage, channel_id, reading_timestamp, rule, reason, failures, payload, run_id,
    rule_set, last_seen_at, columns)
  select distinct on (channel_id, epoch, payload::jsonb::text) stage, channel_id, to_timestamp(epoch), rule, reason,
    failures::jsonb, payload::jsonb,
    :#run_id::bigint, :#rule_set, now(), string_to_array(columns, ',')
  from unnest(:#stages::text[], :#channel_ids::int[], :#epochs::bigint[], :#rules::text[], :#reasons::text[],
    :#failures::text[], :#payloads::text[], :#columns::text[])
    as t(stage, channel_id, epoch, rule, reason, failures, payload, columns)
  on conflict (channel_id, reading_timestamp, payload_hash) do update set
    times_seen = d.times_seen + case when exists (select from runs
      where run_id = excluded.run_id and kind = 'replay') then 0 else 1 end,
    last_seen_at = excluded.last_seen_at, stage = excluded.stage, rule = excluded.rule, reason = excluded.reason,
    failures = excluded.failures, rule_set = excluded.rule_set, columns = excluded.columns,
    status = case when d.status = 'replayed' or d.closed_by = 'source' then 'open' else d.status end,
    closed_at = case when d.status = 'replayed' or d.closed_by = 'source' then null else d.closed_at end,
    closed_by = case when d.status = 'replayed' or d.closed_by = 'source' then null else d.closed_by end,
    close_reason = case when d.status = 'replayed' or d.closed_by = 'source' then null else d.close_reason end
  returning id, channel_id, reading_timestamp
)
update dead_letters d set status = 'discarded', closed_at = now(), closed_by = 'source',
  close_reason = 'the source says something else of this slot since run ' || :#run_id::bigint || ': dead letter '
    || k.id
from kept k
where d.status = 'open' and d.channel_id = k.channel_id and d.reading_timestamp = k.reading_timestamp
  and d.run_id < :#run_id::bigint
  and d.id < k.id and d.id not in (select id from kept)
