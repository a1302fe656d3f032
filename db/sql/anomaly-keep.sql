-- Keeps what the detectors saw of a channel, in one transaction: events, those not found any more, the checkpoints,
-- raised cut-offs, and the changes that were looked at; the channels of which it is a part
-- have changed with it. A reading that changes meanwhile stays in the queue. Two runs
-- at once find the same events: the second one opens none.
with given as (
  select * from jsonb_to_recordset(:events::jsonb) as e(anomaly_id bigint, detector text, version integer,
    starts_at timestamptz, ends_at timestamptz, first_seen_day date, last_seen_day date, score double precision,
    marks boolean, expected_kwh double precision, observed_kwh double precision, difference_kwh double precision,
    cause text, sentence text, explained_by text, state text)
), changed as (
  update anomalies a set starts_at = g.starts_at, ends_at = g.ends_at, first_seen_day = g.first_seen_day,
    last_seen_day = g.last_seen_day, score = g.score, expected_kwh = g.expected_kwh, observed_kwh = g.observed_kwh,
    difference_kwh = g.difference_kwh, cause = g.cause, sentence = g.sentence, explained_by = g.explained_by,
    state = g.state, marks = g.marks, version = g.version, run_id = :run::bigint, changed_at = :now::timestamptz
  from given g where a.anomaly_id = g.anomaly_id
    and row(a.starts_at, a.ends_at, a.first_seen_day, a.last_seen_day, a.score, a.sentence, a.state, a.cause, a.marks)
    is distinct from row(g.starts_at, g.ends_at, g.first_seen_day, g.last_seen_day, g.score, g.sentence, g.state,
      g.cause, g.marks)
  returning 1
), opened as (
  insert into anomalies (channel_id, detector, version, starts_at, ends_at, first_seen_day, last_seen_day, score,
    expected_kwh, observed_kwh, difference_kwh, cause, sentence, explained_by, state, marks, run_id, found_at,
    changed_at)
  select :channel, detector, version, starts_at, ends_at, first_seen_day, last_seen_day, score, expected_kwh,
    observed_kwh, difference_kwh, cause, sentence, explained_by, state, marks, :run::bigint, :now::timestamptz,
    :now::timestamptz
  from given where anomaly_id is null order by starts_at
  on conflict (channel_id, detector, first_seen_day) do nothing
  returning state
), gone as (
  update anomalies set state = 'gone', run_id = :run::bigint, changed_at = :now::timestamptz
  where anomaly_id = any (:gone::bigint[]) and state <> 'gone' returning 1
), looked_at as (
  delete from anomaly_queue where queue_id = any (:queue::bigint[]) returning changed_from
), passed_on as (
  insert into anomaly_queue (channel_id, changed_from)
  select p.channel_id, min(l.changed_from) from looked_at l join v_anomaly_parts p on p.part_id = :channel
  group by p.channel_id
), kept as (
  insert into anomaly_checkpoints (channel_id, through_day, settings, measured_days, judged_days, state, made_at)
  select :channel, (s->>'through')::date, :settings, (s->>'measured')::integer, (s->>'judged')::integer, s->>'state',
    :now::timestamptz
  from jsonb_array_elements(:checkpoints::jsonb) s
  on conflict (channel_id, through_day) do update set settings = excluded.settings,
    measured_days = excluded.measured_days, judged_days = excluded.judged_days, state = excluded.state,
    made_at = excluded.made_at
), pruned as (
  delete from anomaly_checkpoints k where k.channel_id = :channel
    and not exists (select from jsonb_array_elements(:checkpoints::jsonb) s
      where (s->>'through')::date = k.through_day)
    and (k.settings <> :settings or k.through_day > :resumed::date
      or not checkpoint_is_kept(k.through_day, :through::date))
), raised as (
  insert into detector_adjustments (channel_id, detector, from_day, factor, source, reason, made_by, made_at)
  select :channel, r->>'detector', :through::date + 1, (r->>'factor')::double precision, 'budget', r->>'reason',
    'wattline', :now::timestamptz
  from jsonb_array_elements(:raised::jsonb) r
)
select (select count(*) from opened where state <> 'explained') as opened, (select count(*) from changed) as changed,
  (select count(*) from gone) as gone
