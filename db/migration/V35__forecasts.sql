set local client_min_messages = warning;

-- Forecasts: what will go wrong, frozen when it is made, and what then happened.

create table forecasts (
    forecast_id       bigint generated always as identity primary key,
    kind              text             not null,
    subject           text             not null,
    subject_name      text             not null,
    channel_id        integer          references channels,
    organization_id   text             references organizations,
    made_for          timestamptz      not null,
    made_at           timestamptz      not null,
    horizon_end       timestamptz      not null,
    probability       double precision not null constraint forecasts_probability_check check (probability between 0 and 1),
    persistence       double precision not null constraint forecasts_persistence_check check (persistence between 0 and 1),
    line              double precision not null constraint forecasts_line_check check (line between 0 and 1),
    limit_value       double precision not null,
    value_low         double precision,
    value_high        double precision,
    due_low           timestamptz,
    due_high          timestamptz,
    warned            boolean          not null,
    muted             boolean          not null,
    sentence          text             not null,
    advice            text             not null,
    own_action        text             not null,
    look_back_seconds integer,
    run_id            bigint,
    constraint forecasts_half_open check (horizon_end > made_at),
    constraint forecasts_interval_check check (value_high >= value_low)
);
create unique index idx_forecasts_once on forecasts (kind, subject, made_for);
create index idx_forecasts_horizon on forecasts (horizon_end);
create index idx_forecasts_made_for on forecasts (made_for desc, kind);
comment on table forecasts is 'What was forecast, one row for each kind, subject and time. A row never changes: what then happened is in forecast_outcomes.';
comment on column forecasts.forecast_id is 'Number of the forecast.';
comment on column forecasts.kind is 'Which forecast: month, gateway, clock, full, backlog or late.';
comment on column forecasts.subject is 'What it is about, such as channel:61001, site:23272, gateway:5001, disk, database, spool, requests or backfill.';
comment on column forecasts.subject_name is 'Name of the subject for people.';
comment on column forecasts.channel_id is 'The channel; null where the subject is none.';
comment on column forecasts.organization_id is 'The site; null where the subject belongs to none.';
comment on column forecasts.made_for is 'The day or hour that it counts for; one forecast for each subject then.';
comment on column forecasts.made_at is 'When it was made. Nothing later was known.';
comment on column forecasts.horizon_end is 'Until when the event can happen, exclusive.';
comment on column forecasts.probability is 'Probability that the event happens before horizon_end, 0 to 1.';
comment on column forecasts.persistence is 'What "it goes on as it is" says, 0 to 1: the forecast is measured against it.';
comment on column forecasts.line is 'What a straight line through the last week says, 0 to 1: the forecast is measured against it.';
comment on column forecasts.limit_value is 'The value at which the event happens, in the unit of the kind.';
comment on column forecasts.value_low is 'Lower end of the 80 % interval of the value that is seen at horizon_end; null where none is given.';
comment on column forecasts.value_high is 'Upper end of that interval; Infinity where it has none.';
comment on column forecasts.due_low is 'Earliest time of the 80 % interval in which the limit is reached; null where none is given.';
comment on column forecasts.due_high is 'Latest time of that interval; null where it may never be reached.';
comment on column forecasts.warned is 'Whether the probability reached forecasts.warn-at.';
comment on column forecasts.muted is 'Whether its kind was muted then, since it had no skill.';
comment on column forecasts.sentence is 'What is forecast and why, for people.';
comment on column forecasts.advice is 'What a person can do.';
comment on column forecasts.own_action is 'What Wattline does by itself.';
comment on column forecasts.look_back_seconds is 'Look-back that polls of the channel use while the forecast is open, in s; null where it changes none.';
comment on column forecasts.run_id is 'Run that made it.';

create table forecast_outcomes (
    forecast_id bigint primary key references forecasts on delete cascade,
    settled_at  timestamptz not null,
    happened    boolean,
    happened_at timestamptz,
    value       double precision
);
comment on table forecast_outcomes is 'What happened, once the time of a forecast is over.';
comment on column forecast_outcomes.forecast_id is 'The forecast.';
comment on column forecast_outcomes.settled_at is 'When it was looked up.';
comment on column forecast_outcomes.happened is 'Whether the event happened within the horizon; null where nobody knows, such as for a channel that is gone.';
comment on column forecast_outcomes.happened_at is 'When it happened first; null where it did not.';
comment on column forecast_outcomes.value is 'The value at the end of the horizon, in the unit of forecasts.limit_value; null where nobody knows.';

create table forecast_samples (
    measure     text             not null,
    sampled_at  timestamptz      not null,
    value       double precision not null,
    limit_value double precision not null,
    primary key (measure, sampled_at)
);
comment on table forecast_samples is 'What the process and the database measure of themselves every hour, for forecasts. Kept for 400 days.';
comment on column forecast_samples.measure is 'disk, database and spool (bytes), requests (in the last 24 h), backfill (open windows).';
comment on column forecast_samples.sampled_at is 'When it was measured.';
comment on column forecast_samples.value is 'The value.';
comment on column forecast_samples.limit_value is 'The value at which it is full; Infinity where it has no limit.';
