-- Keeps the forecasts of a kind, all or none, and that they are made for that time. Those that exist stay as they are.
with kept as (
  insert into forecasts (kind, subject, subject_name, channel_id, organization_id, made_for, made_at, horizon_end,
    probability, persistence, line, limit_value, value_low, value_high, due_low, due_high, warned, muted, sentence,
    advice, own_action, look_back_seconds, run_id)
  select :kind, f.subject, f.subject_name, f.channel_id, f.organization_id, :madeFor::timestamptz, :now::timestamptz,
    f.horizon_end, f.probability, f.persistence, f.line, f.limit_value, f.value_low, f.value_high, f.due_low,
    f.due_high, f.warned, f.muted, f.sentence, f.advice, f.own_action, f.look_back_seconds, :run::bigint
  from jsonb_to_recordset(:forecasts::jsonb) as f(subject text, subject_name text, channel_id integer,
    organization_id text, horizon_end timestamptz, probability float8, persistence float8, line float8,
    limit_value float8, value_low float8, value_high float8, due_low timestamptz, due_high timestamptz, warned boolean,
    muted boolean, sentence text, advice text, own_action text, look_back_seconds integer)
  on conflict (kind, subject, made_for) do nothing
  returning warned, muted
), made as (
  insert into forecast_samples (measure, sampled_at, value, limit_value)
  select 'forecasts:' || :kind, :madeFor::timestamptz, count(*), 'Infinity' from kept
  on conflict (measure, sampled_at) do nothing
)
select count(*) as made, count(*) filter (where warned and not muted) as warnings from kept
