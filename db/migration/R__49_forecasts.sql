-- Forecasts that are open, and how often each kind was right.

create or replace function refuse_change_of_forecast() returns trigger language plpgsql as $$
begin
    raise exception 'Forecast % is frozen: a forecast never changes after it was made', old.forecast_id;
end $$;
comment on function refuse_change_of_forecast()
  is 'Trigger of forecasts: what was forecast is not corrected afterwards.';
create or replace trigger forecast_is_frozen before update or delete on forecasts for each row
  execute function refuse_change_of_forecast();

create or replace function wilson_interval(successes bigint, trials bigint, upper boolean) returns double precision
language sql immutable parallel safe return case when trials > 0 then least(1, greatest(0, (successes
  + 1.92 + case when upper then 1 else -1 end * 1.96
  * sqrt(successes * (trials - successes) / trials::double precision + 0.96)) / (trials + 3.84))) end;
comment on function wilson_interval(bigint, bigint, boolean)
  is 'Lower or upper end of the 95 % interval of a share (Wilson).';

create or replace function forecast_scores(range_start timestamptz, range_end timestamptz)
    returns table (kind text, settled bigint, happened bigint, base_rate double precision,
      brier double precision, brier_base double precision, brier_persistence double precision,
      brier_line double precision, skill_base double precision, skill_persistence double precision,
      skill_line double precision, skill double precision, intervals bigint, within_share double precision,
      warned bigint, came_true_share double precision, warnings bigint, false_warnings bigint,
      false_per_site_month double precision, precision_24h double precision,
      precision_72h double precision, precision_168h double precision, events bigint, recall_72h double precision,
      muted boolean, sentence text) language sql stable as $$
with settled as (
    select f.kind, f.subject, f.organization_id, f.warned, f.probability, f.persistence, f.line, f.made_at,
      o.happened::integer as truth, o.happened_at, extract(epoch from o.happened_at - f.made_at) / 3600 as lead_hours,
      case when f.value_low is not null and o.value is not null
        then (o.value between f.value_low and f.value_high)::integer end as within
    from forecasts f join forecast_outcomes o using (forecast_id)
    where o.happened is not null and f.horizon_end > range_start and f.horizon_end <= range_end
      and o.settled_at <= wattline_now()
), warned as (
    select *, sum(begins) over (partition by kind, subject order by made_at) as warning from (
        select *, (made_at - lag(made_at, 1, '-infinity') over (partition by kind, subject order by made_at)
          > interval '84 hours')::integer as begins from settled where warned) w
), warnings as (
    select kind, subject, warning, max(truth) as truth,
      extract(epoch from min(happened_at) - min(made_at)) / 3600 as lead_hours
    from warned group by kind, subject, warning
), messages as (
    select kind, count(*) as warnings, count(*) filter (where truth = 0) as false_warnings,
      count(*) filter (where lead_hours >= 24) as right_24, count(*) filter (where lead_hours >= 72) as right_72,
      count(*) filter (where lead_hours >= 168) as right_168
    from warnings group by kind
), rates as (
    select kind, avg(truth) as base_rate from settled group by kind
), scores as (
    select s.kind, count(*) as settled, sum(truth) as happened, r.base_rate,
      avg((probability - truth) ^ 2) as brier, avg((r.base_rate - truth) ^ 2) as brier_base,
      avg((persistence - truth) ^ 2) as brier_persistence, avg((line - truth) ^ 2) as brier_line,
      count(within) as intervals, avg(within) as within_share,
      count(*) filter (where warned) as warned, avg(truth) filter (where warned) as came_true_share,
      coalesce(max(m.warnings), 0) as warnings, coalesce(max(m.false_warnings), 0) as false_warnings,
      max(m.right_24) as right_24, max(m.right_72) as right_72, max(m.right_168) as right_168,
      count(distinct (subject, happened_at)) filter (where truth = 1) as events,
      count(distinct (subject, happened_at)) filter (where truth = 1 and warned and lead_hours >= 72) as events_warned,
      count(distinct organization_id) as sites,
      extract(epoch from max(made_at) - min(made_at)) / 86400 + 1 as days
    from settled s join rates r using (kind) left join messages m using (kind) group by s.kind, r.base_rate
), skills as (
    select *, case when brier_base > 0 then 1 - brier / brier_base end as skill_base,
      case when brier_persistence > 0 then 1 - brier / brier_persistence end as skill_persistence,
      case when brier_line > 0 then 1 - brier / brier_line end as skill_line,
      settled >= 30 as judged
    from scores
)
select k.kind, coalesce(s.settled, 0) as settled, coalesce(s.happened, 0) as happened, s.base_rate, s.brier,
  s.brier_base, s.brier_persistence, s.brier_line, s.skill_base, s.skill_persistence, s.skill_line,
  least(s.skill_base, s.skill_persistence) as skill, coalesce(s.intervals, 0) as intervals, s.within_share,
  coalesce(s.warned, 0) as warned, s.came_true_share, coalesce(s.warnings, 0) as warnings,
  coalesce(s.false_warnings, 0) as false_warnings,
  s.false_warnings / (greatest(s.sites, 1) * s.days / 30.44) as false_per_site_month,
  s.right_24 / nullif(s.right_24 + s.false_warnings, 0)::double precision as precision_24h,
  s.right_72 / nullif(s.right_72 + s.false_warnings, 0)::double precision as precision_72h,
  s.right_168 / nullif(s.right_168 + s.false_warnings, 0)::double precision as precision_168h,
  coalesce(s.events, 0) as events, s.events_warned / nullif(s.events, 0)::double precision as recall_72h,
  coalesce(s.judged and case when s.happened = 0 then s.false_warnings > 0 or s.brier > 0.01
    else least(s.skill_base, s.skill_persistence) <= 0 end, false) as muted,
  case when s.settled is null then 'No forecast is settled yet: it has no track record.'
    when not s.judged then format('Only %s forecasts are settled; with 30 it is judged.', s.settled)
    when s.happened = 0 and (s.false_warnings > 0 or s.brier > 0.01)
      then format('Muted: of %s forecasts none came true, %s were warnings.', s.settled, s.false_warnings)
    when s.happened = 0 then format('Nothing happened in %s forecasts, and it warned of nothing.', s.settled)
    when least(s.skill_base, s.skill_persistence) <= 0 then format('Muted: its skill is %s, '
      'which is not above zero. It is not reported until it is.',
      round(least(s.skill_base, s.skill_persistence)::numeric, 2))
    else format('Skill %s (1 = always right, 0 = no better than the base rate or persistence).',
      round(least(s.skill_base, s.skill_persistence)::numeric, 2)) end as sentence
from (values ('month'), ('gateway'), ('clock'), ('full'), ('backlog'), ('late')) as k(kind)
left join skills s using (kind)
$$;
comment on function forecast_scores(timestamptz, timestamptz)
  is 'How often each kind of forecast was right, over the forecasts whose horizon ended within (range_start, '
  'range_end].';

create or replace view v_forecast_scores as
select * from forecast_scores(wattline_now() - interval '90 days', wattline_now());
comment on view v_forecast_scores is 'How often each kind of forecast was right, over forecasts whose horizon ended in '
  'the last 90 days. One row for each kind.';
comment on column v_forecast_scores.kind is 'Kind of forecast: month, gateway, clock, full, backlog or late.';
comment on column v_forecast_scores.settled is 'Forecasts of which it is known what happened.';
comment on column v_forecast_scores.happened is 'Those of which the event happened.';
comment on column v_forecast_scores.base_rate is 'happened / settled, 0 to 1.';
comment on column v_forecast_scores.brier is 'Mean squared difference between probability and '
  'truth (0 or 1): 0 = always right.';
comment on column v_forecast_scores.brier_base is 'Brier score of the base rate, known only afterwards.';
comment on column v_forecast_scores.brier_persistence is 'Brier score of "it goes on as it is".';
comment on column v_forecast_scores.brier_line is 'Brier score of a straight line through the last week.';
comment on column v_forecast_scores.skill_base is '1 - brier / brier_base; null where brier_base is 0.';
comment on column v_forecast_scores.skill_persistence is '1 - brier / brier_persistence; null where that is 0.';
comment on column v_forecast_scores.skill_line is '1 - brier / brier_line; null where that is 0.';
comment on column v_forecast_scores.skill is 'The smaller of skill_base and skill_persistence: at or '
  'below 0 the kind is muted.';
comment on column v_forecast_scores.intervals is 'Settled forecasts that gave an 80 % interval.';
comment on column v_forecast_scores.within_share is 'Share of the truths within it, 0 to 1; 0.8 is right.';
comment on column v_forecast_scores.warned is 'Settled forecasts that warned.';
comment on column v_forecast_scores.came_true_share is 'Share of warned that came true, 0 to 1.';
comment on column v_forecast_scores.warnings 
  is 'Runs of forecasts of a subject that warn, with breaks of 3 days at most: people get one message of each.';
comment on column v_forecast_scores.false_warnings is 'Those of warnings during which the event did not happen, '
  'nor within the horizon of the last forecast.';
comment on column v_forecast_scores.false_per_site_month is 'False warnings for each site and month (30.44 days).';
comment on column v_forecast_scores.precision_24h is 'Share of the warnings that came true 24 h or more after '
  'they began; those that came true sooner are left out. 0 to 1.';
comment on column v_forecast_scores.precision_72h is 'The same for 72 h.';
comment on column v_forecast_scores.precision_168h is 'The same for 168 h.';
comment on column v_forecast_scores.events is 'Different events that happened.';
comment on column v_forecast_scores.recall_72h is 'Share of the events of which a warning was given 72 h '
  'before or earlier, 0 to 1.';
comment on column v_forecast_scores.muted is 'Whether the kind is muted: its skill is not above zero, '
  'with 30 settled forecasts or more.';
comment on column v_forecast_scores.sentence is 'The track record in a sentence.';

create or replace view v_forecast_reliability as
select f.kind, least(10, floor(f.probability * 10)::integer + 1) as bin, count(*) as forecasts,
  avg(f.probability) as mean_probability, avg(o.happened::integer)::double precision as happened_share,
  wilson_interval(sum(o.happened::integer), count(*), false) as share_low,
  wilson_interval(sum(o.happened::integer), count(*), true) as share_high
from forecasts f join forecast_outcomes o using (forecast_id)
where o.happened is not null and f.horizon_end > wattline_now() - interval '90 days'
  and o.settled_at <= wattline_now()
group by f.kind, 2;
comment on view v_forecast_reliability is 'Of the forecasts of the last 90 days, by kind and tenth of probability: '
  'what was said and what happened. A kind is reliable when mean_probability lies between share_low and share_high.';
comment on column v_forecast_reliability.bin is '1 = probability below 0.1, 10 = 0.9 and above.';
comment on column v_forecast_reliability.forecasts is 'How many.';
comment on column v_forecast_reliability.mean_probability is 'What they said on average, 0 to 1.';
comment on column v_forecast_reliability.happened_share is 'Share of them that came true, 0 to 1.';
comment on column v_forecast_reliability.share_low is 'Lower end of the 95 % interval of happened_share.';
comment on column v_forecast_reliability.share_high is 'Upper end of that interval.';

create or replace view v_forecasts as
with newest as (
    select distinct on (kind, subject) * from forecasts
    where horizon_end > wattline_now() and made_at <= wattline_now()
      and made_for > wattline_now() - interval '3 days'
    order by kind, subject, made_for desc
)
select f.forecast_id, f.kind, f.subject, f.subject_name, f.channel_id, f.organization_id as site_id,
  o.organization_name as site_name, f.made_at, f.horizon_end, f.probability, f.limit_value, f.value_low, f.value_high,
  f.due_low, f.due_high, f.warned, s.muted, f.sentence, f.advice, f.own_action, f.look_back_seconds
from newest f join v_forecast_scores s using (kind) left join organizations o using (organization_id);
comment on view v_forecasts
  is 'The newest forecast of each kind and subject whose time is not over, at most three days old.';
comment on column v_forecasts.muted is 'Whether its kind is muted now, since it has no skill (v_forecast_scores).';

-- What the methods look at, and what decides later whether they were right
-- ---------------------------------------------------------------------------------------------------------------------
create or replace function forecast_loss_days(first_day date, end_day date, as_of timestamptz)
    returns table (subject text, subject_name text, channel_id integer, organization_id text, local_day date,
      expected bigint, missing bigint) language sql stable as $$
    with days as (
        select q.channel_id, c.channel_name, c.organization_id, c.site_name, q.local_day, q.expected,
          greatest(0, q.expected - q.kept) as missing
        from channel_day_quality q join v_site_channels c using (channel_id)
        where c.active and q.local_day >= first_day and q.local_day < end_day and q.expected > 0
          and q.day_end + make_interval(secs => q.interval_seconds + quality_setting('due-after-seconds')) <= as_of
    )
    select 'channel:' || d.channel_id, coalesce(channel_name, 'channel ' || d.channel_id), d.channel_id,
      organization_id, local_day, expected, missing from days d
    union all
    select 'site:' || organization_id, coalesce(min(site_name), 'site ' || organization_id), null, organization_id,
      local_day, sum(expected), sum(missing)
    from days where organization_id is not null group by organization_id, local_day
$$;
comment on function forecast_loss_days(date, date, timestamptz)
  is 'Readings expected and missing, by day of the site, of active channels and of sites, within [first_day, end_day). '
  'Only days of which every reading was due at as_of. An estimate does not replace a missing reading.';

create or replace function gateway_days(first_day date, end_day date, as_of timestamptz)
    returns table (gateway_id integer, gateway_name text, organization_id text, local_day date, channels bigint,
      kept_share double precision, flapping_share double precision, late_share double precision,
      gap_hours double precision) language sql stable as $$
    with polled as (
        select (started_at at time zone 'UTC')::date as day from runs
        where kind in ('poll', 'sync') and started_at >= first_day - 2 and started_at < end_day + 2
        group by 1 having count(distinct extract(hour from started_at at time zone 'UTC')) >= 20
    ), gateways as (
        select c.channel_id, coalesce(d.parent_id, c.device_id) as gateway_id, c.organization_id
        from channels c left join devices d using (device_id) where c.active
    )
    select g.gateway_id, coalesce(min(w.device_name), 'gateway ' || g.gateway_id), min(g.organization_id), q.local_day,
      count(*), sum(q.on_time) / nullif(sum(q.expected), 0)::double precision,
      avg((q.on_time < 0.98 * q.expected)::integer)::double precision,
      coalesce(1 - sum(q.on_time) / nullif(sum(q.kept), 0)::double precision, 1),
      avg(q.longest_gap_seconds) / 3600.0
    from gateways g join channel_day_quality q using (channel_id) left join devices w on w.device_id = g.gateway_id
    where g.gateway_id is not null and q.local_day >= first_day and q.local_day < end_day and q.expected > 0
      and (q.watched > 0 or q.kept = 0) and q.local_day in (select day from polled)
      and q.day_end + make_interval(secs => q.interval_seconds + quality_setting('due-after-seconds')) <= as_of
    group by g.gateway_id, q.local_day
$$;
comment on function gateway_days(date, date, timestamptz)
  is 'How each gateway delivered, by day of the site, within [first_day, end_day): share of the expected readings that '
  'arrived on time, share of its channels that lost or delayed some, share of the kept readings that came late (0 to '
  '1), longest gap in h (mean over its channels). Days on which Wattline itself polled in fewer than 20 hours are '
  'left out: they say nothing about a gateway.';

create or replace function clock_days(first_day date, end_day date, as_of timestamptz)
    returns table (gateway_id integer, gateway_name text, organization_id text, day date,
      offset_seconds double precision, interval_seconds integer) language sql stable as $$
    with gateways as (
        select c.channel_id, coalesce(d.parent_id, c.device_id) as gateway_id, c.organization_id, c.interval_seconds
        from channels c left join devices d using (device_id) where c.active
    ), astray as (
        select l.channel_id, (l.reading_timestamp at time zone 'UTC')::date as day,
          (extract(epoch from l.reading_timestamp) % g.interval_seconds)::double precision as after_slot,
          g.interval_seconds
        from dead_letters l join gateways g using (channel_id)
        where l.rule = 'timestamp-on-grid' and l.reading_timestamp >= first_day and l.reading_timestamp < end_day
          and l.received_at <= as_of
    ), offsets as (
        select channel_id, day, percentile_cont(0.5) within group (order by least(after_slot, interval_seconds
          - after_slot)) as offset_seconds, count(*) as off_grid from astray group by channel_id, day
    )
    select g.gateway_id, coalesce(min(w.device_name), 'gateway ' || g.gateway_id), min(g.organization_id), q.local_day,
      percentile_cont(0.5) within group (order by case when o.off_grid > q.kept then o.offset_seconds else 0 end),
      min(g.interval_seconds)
    from gateways g join channel_day_quality q using (channel_id) left join devices w on w.device_id = g.gateway_id
    left join offsets o on o.channel_id = g.channel_id and o.day = q.local_day
    where g.gateway_id is not null and q.local_day >= first_day and q.local_day < end_day and q.day_end <= as_of
      and (q.kept > 0 or o.off_grid > 0)
    group by g.gateway_id, q.local_day
$$;
comment on function clock_days(date, date, timestamptz)
  is 'How far the clock of each gateway is off the grid of its intervals, by day, within [first_day, end_day): median '
  'over its channels, in s without sign, 0 where most readings are on the grid. It is read from dead letters of the '
  'rule timestamp-on-grid.';

create or replace function late_days(first_day date, as_of timestamptz)
    returns table (channel_id integer, day date, seconds integer) language sql stable as $$
    select l.channel_id, (seen.at at time zone 'UTC')::date, max(l.seen_seconds)
    from late_readings(first_day - 30, as_of) l join channels c using (channel_id)
    cross join lateral (select l."timestamp" + make_interval(secs => c.interval_seconds + l.seen_seconds) as at) seen
    where seen.at >= first_day and seen.at < as_of
    group by 1, 2
$$;
comment on function late_days(date, timestamptz)
  is 'The longest lateness of the readings of each channel, by day of arrival (UTC) from first_day until as_of, in s. '
  'Days without a late reading are left out.';
