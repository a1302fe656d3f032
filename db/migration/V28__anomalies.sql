set local client_min_messages = warning;

-- Anomalies: what detectors find in stored readings, what people say of it, and how often each detector is right.

create table anomalies (
    anomaly_id     bigint generated always as identity primary key,
    channel_id     integer          not null references channels,
    detector       text             not null,
    version        integer          not null,
    starts_at      timestamptz      not null,
    ends_at        timestamptz      not null,
    first_seen_day date             not null,
    last_seen_day  date             not null,
    score          double precision not null,
    expected_kwh   double precision,
    observed_kwh   double precision,
    difference_kwh double precision,
    cause          text             not null constraint anomalies_cause_check check (cause in ('meter', 'operation', 'unknown')),
    sentence       text             not null,
    explained_by   text,
    state          text             not null constraint anomalies_state_check check (state in ('open', 'over', 'explained', 'gone')),
    verdict        text constraint anomalies_verdict_check check (verdict in ('normal', 'fault')),
    verdict_by     text,
    verdict_at     timestamptz,
    verdict_reason text,
    run_id         bigint,
    found_at       timestamptz      not null,
    changed_at     timestamptz      not null,
    constraint anomalies_half_open check (ends_at > starts_at)
);
create index idx_anomalies_channel on anomalies (channel_id, starts_at, ends_at);
create unique index idx_anomalies_once on anomalies (channel_id, detector, first_seen_day);
create index idx_anomalies_open on anomalies (state, detector);
comment on table anomalies is 'Events that detectors found in stored readings: one row however many intervals. Never deleted. An anomaly changes no reading.';
comment on column anomalies.anomaly_id is 'Number of the anomaly.';
comment on column anomalies.channel_id is 'The channel.';
comment on column anomalies.detector is 'Which detector of config/anomalies.yaml found it.';
comment on column anomalies.version is 'Version of the detector.';
comment on column anomalies.starts_at is 'From when on, inclusive.';
comment on column anomalies.ends_at is 'Until when, exclusive; grows while the anomaly goes on.';
comment on column anomalies.first_seen_day is 'Day of the site''s time zone on which it was seen first.';
comment on column anomalies.last_seen_day is 'Day on which it was seen last.';
comment on column anomalies.score is 'The highest score, in the unit of the detector.';
comment on column anomalies.expected_kwh is 'Energy that was expected on the days on which it was seen, in kWh; null where nobody knows.';
comment on column anomalies.observed_kwh is 'Energy that was read on these days, in kWh; null where nobody knows.';
comment on column anomalies.difference_kwh is 'Observed less expected energy, in kWh; null where nobody knows.';
comment on column anomalies.cause is 'What it is taken for: meter (the readings do not say what was used), operation (use has changed), unknown.';
comment on column anomalies.sentence is 'For people.';
comment on column anomalies.explained_by is 'Detector of the greater anomaly that it is part of; null where it stands alone.';
comment on column anomalies.state is 'open (goes on), over, explained (part of a greater one), gone (not found any more, since readings or settings have changed).';
comment on column anomalies.verdict is 'What a person says: normal or fault; null where nobody has.';
comment on column anomalies.verdict_by is 'Who said it.';
comment on column anomalies.verdict_at is 'When.';
comment on column anomalies.verdict_reason is 'Why, for people.';
comment on column anomalies.run_id is 'Run that wrote it last.';
comment on column anomalies.found_at is 'When it was found.';
comment on column anomalies.changed_at is 'When the row was last changed.';

create table anomaly_queue (
    queue_id     bigint generated always as identity primary key,
    channel_id   integer     not null,
    changed_from timestamptz not null
);
create index idx_anomaly_queue_channel on anomaly_queue (channel_id);
comment on table anomaly_queue is 'Where readings have changed since the channel was judged last. A trigger writes it in the transaction of the change.';
comment on column anomaly_queue.queue_id is 'Number of the row.';
comment on column anomaly_queue.channel_id is 'The channel.';
comment on column anomaly_queue.changed_from is 'Start of the first reading that changed.';

create table anomaly_checkpoints (
    channel_id    integer     not null references channels,
    through_day   date        not null,
    settings      text        not null,
    measured_days integer     not null,
    judged_days   integer     not null,
    state         text        not null,
    made_at       timestamptz not null,
    primary key (channel_id, through_day)
);
comment on table anomaly_checkpoints is 'What the detectors know of a channel at the end of a day, so that the next day alone is judged. A late reading goes back to the checkpoint before it.';
comment on column anomaly_checkpoints.channel_id is 'The channel.';
comment on column anomaly_checkpoints.through_day is 'The last judged day.';
comment on column anomaly_checkpoints.settings is 'Detectors, their versions and settings. With others the channel is judged anew.';
comment on column anomaly_checkpoints.measured_days is 'Days with readings until then.';
comment on column anomaly_checkpoints.judged_days is 'Days with history enough to judge; 0 = not judged yet.';
comment on column anomaly_checkpoints.state is 'The state as JSON.';
comment on column anomaly_checkpoints.made_at is 'When it was written.';

create table detector_adjustments (
    adjustment_id  bigint generated always as identity primary key,
    channel_id     integer          not null references channels,
    detector       text             not null,
    from_day       date             not null,
    factor         double precision not null constraint detector_adjustments_factor_check check (factor > 0),
    accepted_level date,
    source         text             not null constraint detector_adjustments_source_check check (source in ('verdict', 'budget')),
    anomaly_id     bigint references anomalies,
    reason         text             not null,
    made_by        text             not null,
    made_at        timestamptz      not null,
    withdrawn_at   timestamptz,
    withdrawn_by   text
);
create index idx_detector_adjustments_channel on detector_adjustments (channel_id) where withdrawn_at is null;
comment on table detector_adjustments is 'By how much verdicts and budgets of false alarms have raised the cut-off of a detector on a channel. Those that are not withdrawn apply; their factors are multiplied.';
comment on column detector_adjustments.adjustment_id is 'Number of the adjustment.';
comment on column detector_adjustments.channel_id is 'The channel.';
comment on column detector_adjustments.detector is 'The detector.';
comment on column detector_adjustments.from_day is 'First day that is judged by it.';
comment on column detector_adjustments.factor is 'Factor of the cut-off; Infinity = the detector is muted.';
comment on column detector_adjustments.accepted_level is 'First day of a level that is normal from now on; null where it is about none.';
comment on column detector_adjustments.source is 'verdict (a person) or budget (more false alarms than false-alarms-per-month).';
comment on column detector_adjustments.anomaly_id is 'The anomaly of the verdict; null for a budget.';
comment on column detector_adjustments.reason is 'Why, for people.';
comment on column detector_adjustments.made_by is 'Who made it.';
comment on column detector_adjustments.made_at is 'When.';
comment on column detector_adjustments.withdrawn_at is 'When it was withdrawn; null while it applies.';
comment on column detector_adjustments.withdrawn_by is 'Who withdrew it.';

create table detector_scores (
    score_id              bigint generated always as identity primary key,
    made_at               timestamptz      not null,
    subject               text             not null,
    detector              text             not null,
    channel_months        double precision not null,
    false_alarms          bigint           not null,
    false_alarms_per_month double precision,
    found                 bigint           not null,
    precision_share       double precision,
    recall_share          double precision,
    seed                  bigint           not null
);
create index idx_detector_scores_newest on detector_scores (subject, detector, made_at desc);
comment on table detector_scores is 'What backtests over stored readings measured, by detector.';
comment on column detector_scores.score_id is 'Number of the row.';
comment on column detector_scores.made_at is 'When the backtest ran.';
comment on column detector_scores.subject is 'Id of a channel, or all.';
comment on column detector_scores.detector is 'The detector; all = all together.';
comment on column detector_scores.channel_months is 'Months that were judged, of all channels.';
comment on column detector_scores.false_alarms is 'Found where nothing was planted, confirmed faults excepted.';
comment on column detector_scores.false_alarms_per_month is 'These a channel and month; null where nothing was judged.';
comment on column detector_scores.found is 'Planted faults that it found.';
comment on column detector_scores.precision_share is 'Share of its alarms that were right where something was planted, 0 to 1; null where it raised none.';
comment on column detector_scores.recall_share is 'Share of the planted faults that were found, 0 to 1; of all detectors together only.';
comment on column detector_scores.seed is 'Seed of the planted faults.';

-- Check scale is replaced by detector level: its findings are closed, and their readings are measured again.
with closed as (
    update quality_findings set closed_at = now(), close_reason = 'check scale is replaced by anomaly detector level'
    where rule = 'scale' and closed_at is null returning channel_id
)
update readings r set data_quality = 'measured', quality_method = null
where r.quality_method = 'finding:scale' and r.data_quality = 'suspect' and r.channel_id in (select channel_id from closed);
delete from quality_checks where rule = 'scale';
