set local client_min_messages = warning;

-- How good the readings are: figures per channel and local day, what the nightly checks find, which checks ran, and the breaker for bad data.

create table quality_settings (
    setting text primary key,
    value   double precision not null,
    meaning text             not null
);
insert into quality_settings (setting, value, meaning) values
    ('warning-intervals', 4, 'A channel is in warning when its last reading is older than this many of its intervals.'),
    ('critical-intervals', 24, 'A channel is critical when its last reading is older than this many of its intervals.'),
    ('due-after-seconds', 1800, 'A reading is missed when it is not there this long after the end of its interval, in s.'),
    ('on-time-seconds', 3600, 'A reading is on time when it was kept within this time after the end of its interval, in s.'),
    ('power-extreme-kw', 1000, 'Power beyond this is extreme, in kW, whatever its sign.');
comment on table quality_settings is 'Thresholds of config/quality.yaml that views and functions need. Wattline writes them; change the file, not the table.';
comment on column quality_settings.setting is 'Name; the unit is its last word.';
comment on column quality_settings.value is 'The threshold, in the unit that the name says.';
comment on column quality_settings.meaning is 'What it is for.';

create table channel_day_quality (
    channel_id          integer          not null references channels,
    local_day           date             not null,
    day_start           timestamptz      not null,
    day_end             timestamptz      not null,
    interval_seconds    integer          not null,
    expected_spans      tstzmultirange   not null,
    expected            integer          not null,
    kept                integer          not null,
    estimated           integer          not null,
    suspect             integer          not null,
    edited              integer          not null,
    off_grid            integer          not null,
    rejected            integer          not null,
    energy_null         integer          not null,
    power_null          integer          not null,
    voltage_null        integer          not null,
    current_null        integer          not null,
    power_factor_null   integer          not null,
    power_negative      integer          not null,
    power_extreme       integer          not null,
    watched             integer          not null,
    on_time             integer          not null,
    first_reading_at    timestamptz,
    last_reading_at     timestamptz,
    longest_gap_seconds integer          not null,
    energy_kwh          double precision,
    estimated_kwh       double precision,
    suspect_kwh         double precision,
    catch_up_kwh        double precision,
    average_power_kw    double precision,
    peak_power_kw       double precision,
    settled             boolean          not null,
    stale               boolean          not null default false,
    refreshed_at        timestamptz      not null,
    primary key (channel_id, local_day)
);
create index idx_channel_day_quality_day on channel_day_quality (local_day, channel_id);
create index idx_channel_day_quality_open on channel_day_quality (day_end) where not settled or stale;
comment on table channel_day_quality is 'What is known of each channel on each day of its site''s time zone: one row for every day since the first reading, also for days without any. Kept up to date by refresh_touched_days(), which looks only at days in which something changed.';
comment on column channel_day_quality.channel_id is 'The channel.';
comment on column channel_day_quality.local_day is 'Day of the site''s time zone.';
comment on column channel_day_quality.day_start is 'When the day begins, inclusive.';
comment on column channel_day_quality.day_end is 'When the day ends, exclusive; 23, 24 or 25 h later.';
comment on column channel_day_quality.interval_seconds is 'Length of the channel''s readings in s.';
comment on column channel_day_quality.expected_spans is 'Spans of the day in which readings are expected: contract without planned pauses, half-open.';
comment on column channel_day_quality.expected is 'How many readings should start within the whole day.';
comment on column channel_day_quality.kept is 'Readings that are kept and not estimated, on the grid; those that is_counted() leaves out are not here.';
comment on column channel_day_quality.estimated is 'Readings that are estimated.';
comment on column channel_day_quality.suspect is 'Those of kept that are not to be trusted.';
comment on column channel_day_quality.edited is 'Those of kept that a person has set.';
comment on column channel_day_quality.off_grid is 'Rows that start off the channel''s grid: they double slots.';
comment on column channel_day_quality.rejected is 'Open dead letters of the day: readings that came and are not kept.';
comment on column channel_day_quality.energy_null is 'Kept readings without energy_kwh.';
comment on column channel_day_quality.power_null is 'Kept readings without power_kw.';
comment on column channel_day_quality.voltage_null is 'Kept readings without voltage_v.';
comment on column channel_day_quality.current_null is 'Kept readings without current_a.';
comment on column channel_day_quality.power_factor_null is 'Kept readings without power_factor.';
comment on column channel_day_quality.power_negative is 'Kept readings with power_kw below 0.';
comment on column channel_day_quality.power_extreme is 'Kept readings with power_kw beyond the threshold power-extreme-kw.';
comment on column channel_day_quality.watched is 'Kept readings of intervals that began when Wattline knew the channel already: only they can be on time.';
comment on column channel_day_quality.on_time is 'Those of watched that were kept within the threshold on-time-seconds.';
comment on column channel_day_quality.first_reading_at is 'Start of the first kept reading; null where there is none.';
comment on column channel_day_quality.last_reading_at is 'Start of the last kept reading; null where there is none.';
comment on column channel_day_quality.longest_gap_seconds is 'The longest span of the day, in s, in which readings were due and none is kept; an estimate does not shorten it.';
comment on column channel_day_quality.energy_kwh is 'Energy of the day in kWh, estimates and catch-up included; null where there is none.';
comment on column channel_day_quality.estimated_kwh is 'How much of energy_kwh is estimated, in kWh.';
comment on column channel_day_quality.suspect_kwh is 'How much of energy_kwh is suspect, catch-up included, in kWh.';
comment on column channel_day_quality.catch_up_kwh is 'How much of energy_kwh is that of a gap before it, in kWh.';
comment on column channel_day_quality.average_power_kw is 'Mean of power_kw of the kept readings in kW; null where none has it.';
comment on column channel_day_quality.peak_power_kw is 'Largest power_kw of the kept readings in kW; null where none has it.';
comment on column channel_day_quality.settled is 'Whether the day was over and everything due when the row was made.';
comment on column channel_day_quality.stale is 'Whether what is expected has changed since: the row is made again with the next refresh.';
comment on column channel_day_quality.refreshed_at is 'When the row was made.';

create table channel_day_queue (
    queue_id     bigint generated always as identity primary key,
    channel_id   integer     not null,
    changed_from timestamptz not null,
    changed_to   timestamptz not null
);
comment on table channel_day_queue is 'Where readings or dead letters have changed since the last refresh_touched_days(). Triggers write it in the transaction of the change; it has no key that two writers could wait for.';
comment on column channel_day_queue.queue_id is 'Number of the row.';
comment on column channel_day_queue.channel_id is 'The channel.';
comment on column channel_day_queue.changed_from is 'Start of the first reading that changed.';
comment on column channel_day_queue.changed_to is 'Start of the last reading that changed.';
insert into channel_day_queue (channel_id, changed_from, changed_to) select channel_id, min("timestamp"), max("timestamp") from readings group by channel_id;

create table quality_findings (
    finding_id    bigint generated always as identity primary key,
    channel_id    integer     not null references channels,
    rule          text        not null,
    severity      text        not null constraint quality_findings_severity_check check (severity in ('info', 'warning', 'critical')),
    finding_start timestamptz not null,
    finding_end   timestamptz not null,
    reason        text        not null,
    marks         boolean     not null,
    run_id        bigint,
    last_run_id   bigint,
    found_at      timestamptz not null,
    last_seen_at  timestamptz not null,
    closed_at     timestamptz,
    close_reason  text,
    constraint quality_findings_half_open check (finding_end > finding_start)
);
create unique index idx_quality_findings_open on quality_findings (channel_id, rule, finding_start) where closed_at is null;
create index idx_quality_findings_interval on quality_findings (channel_id, finding_start, finding_end);
comment on table quality_findings is 'What the checks over stored readings found: one row per channel, rule and interval. Open while closed_at is null; closed when a later check of the same interval does not find it any more. Never deleted.';
comment on column quality_findings.finding_id is 'Number of the finding.';
comment on column quality_findings.channel_id is 'The channel.';
comment on column quality_findings.rule is 'The rule, as config/quality.yaml names it.';
comment on column quality_findings.severity is 'info, warning or critical: how far it lowers the grade.';
comment on column quality_findings.finding_start is 'From when on, inclusive.';
comment on column quality_findings.finding_end is 'Until when, exclusive.';
comment on column quality_findings.reason is 'For people: who, what was found, what is allowed, where to change it.';
comment on column quality_findings.marks is 'Whether its measured readings are marked suspect with quality_method finding:<rule>.';
comment on column quality_findings.run_id is 'Run that found it first.';
comment on column quality_findings.last_run_id is 'Run that found it last.';
comment on column quality_findings.found_at is 'When it was found first.';
comment on column quality_findings.last_seen_at is 'When it was found last.';
comment on column quality_findings.closed_at is 'When a check did not find it any more; null while open.';
comment on column quality_findings.close_reason is 'Why it was closed.';

create table quality_checks (
    rule         text        not null,
    channel_id   integer     not null references channels,
    checked_from timestamptz not null,
    checked_to   timestamptz not null,
    ran_at       timestamptz not null,
    run_id       bigint,
    problem      text,
    primary key (rule, channel_id)
);
comment on table quality_checks is 'When each rule of config/quality.yaml last looked at each channel.';
comment on column quality_checks.rule is 'The rule.';
comment on column quality_checks.channel_id is 'The channel.';
comment on column quality_checks.checked_from is 'From when on it looked, inclusive.';
comment on column quality_checks.checked_to is 'Until when, exclusive.';
comment on column quality_checks.ran_at is 'When it was tried last.';
comment on column quality_checks.run_id is 'The run.';
comment on column quality_checks.problem is 'Why it could not run; null where it ran.';

create table data_breakers (
    channel_id     integer primary key references channels,
    state          text        not null constraint data_breakers_state_check check (state in ('closed', 'open')),
    judged_until   timestamptz,
    readings       integer     not null,
    rejected       integer     not null,
    good_batches   integer     not null,
    trips          integer     not null,
    opened_at      timestamptz,
    reason         text,
    updated_at     timestamptz not null
);
comment on table data_breakers is 'The circuit breaker for bad data of each channel. Open: the channel is in quarantine, and everything of it goes to dead_letters with rule quarantine.';
comment on column data_breakers.channel_id is 'The channel.';
comment on column data_breakers.state is 'closed (readings are kept) or open (quarantine).';
comment on column data_breakers.judged_until is 'Start of the newest reading that has been counted: what a look-back brings again is not counted again.';
comment on column data_breakers.readings is 'Readings of the batch that is being gathered.';
comment on column data_breakers.rejected is 'Those of them that broke a rule.';
comment on column data_breakers.good_batches is 'Good batches in a row while it is open.';
comment on column data_breakers.trips is 'How often it has opened.';
comment on column data_breakers.opened_at is 'When it opened last; null where it never has.';
comment on column data_breakers.reason is 'Why it opened last.';
comment on column data_breakers.updated_at is 'When the row was last changed.';
