set local client_min_messages = warning;

-- What Wattline knows of its own work: runs, where each channel stands, what was asked, what was set aside, what is missing, what people are told.

create table if not exists runs (
    run_id             bigint generated always as identity primary key,
    kind               text        not null,
    started_at         timestamptz not null default current_timestamp,
    finished_at        timestamptz,
    rule_set           text,
    configuration_hash text,
    version            text
);
comment on table runs is 'One row per piece of work that writes readings: a poll, a backfill, a replay.';
comment on column runs.run_id is 'Number of the run, kept with everything that it writes.';
comment on column runs.kind is 'What it is, such as poll, sync, backfill, replay.';
comment on column runs.started_at is 'When it started.';
comment on column runs.finished_at is 'When it ended; null while it runs, and for ever where it was killed.';
comment on column runs.rule_set is 'Version of config/rules.yaml that judged its readings.';
comment on column runs.configuration_hash is 'Hash of the settings that it ran with.';
comment on column runs.version is 'Version of Wattline.';

create table if not exists poll_state (
    channel_id           integer primary key references channels,
    cursor               timestamptz,
    next_poll_at         timestamptz,
    last_attempt_at      timestamptz,
    last_success_at      timestamptz,
    last_reading_at      timestamptz,
    consecutive_failures integer not null default 0,
    last_error           text,
    window_max_seconds   integer,
    fields               text[],
    fields_proven        boolean not null default false,
    strikes              integer not null default 0,
    state                text    not null default 'live' constraint poll_state_state_check check (state in ('live', 'paused', 'dead')),
    state_reason         text,
    state_since          timestamptz
);
comment on table poll_state is 'How far each channel has been read and when it is asked next. The cursor moves in the transaction that stores the readings.';
comment on column poll_state.channel_id is 'The channel.';
comment on column poll_state.cursor is 'Everything that starts before it has been taken; the next window starts here less the look-back.';
comment on column poll_state.next_poll_at is 'Not asked before this; null = at once.';
comment on column poll_state.last_attempt_at is 'When it was last asked.';
comment on column poll_state.last_success_at is 'When an answer was last stored.';
comment on column poll_state.last_reading_at is 'Start of the newest reading that came.';
comment on column poll_state.consecutive_failures is 'Failures in a row since the last success.';
comment on column poll_state.last_error is 'What the last failure was; null after a success.';
comment on column poll_state.window_max_seconds is 'Longest window in s that the source has answered for it; null = the setting readings.window.max.';
comment on column poll_state.fields is 'The vendor''s field codes that are asked for.';
comment on column poll_state.fields_proven is 'Whether an answer has come for exactly these fields.';
comment on column poll_state.strikes is 'How often in a row the shortest window was refused with Invalid Parameter; at three the channel is dead.';
comment on column poll_state.state is 'live; paused (no subscription, or by an operator); dead (refuses every question; asked once a day).';
comment on column poll_state.state_reason is 'Why it is paused or dead, for people.';
comment on column poll_state.state_since is 'Since when it is in this state.';

create table if not exists device_type_fields (
    device_type text primary key,
    fields      text[]      not null,
    seen_at     timestamptz not null default current_timestamp
);
comment on table device_type_fields is 'Which fields each type of device offers, as the source says.';
comment on column device_type_fields.device_type is 'The vendor''s deviceTypeId as text, such as 20.';
comment on column device_type_fields.fields is 'The vendor''s field codes.';
comment on column device_type_fields.seen_at is 'When the source said so.';

create table if not exists unknown_fields (
    channel_id    integer     not null,
    code          text        not null,
    times_seen    bigint      not null default 1,
    first_seen_at timestamptz not null default current_timestamp,
    last_seen_at  timestamptz not null default current_timestamp,
    primary key (channel_id, code)
);
comment on table unknown_fields is 'Codes that came and have no column in config/fields.yaml; their values are in readings.raw.';
comment on column unknown_fields.channel_id is 'The channel that sent it.';
comment on column unknown_fields.code is 'The vendor''s code.';
comment on column unknown_fields.times_seen is 'In how many records it came.';
comment on column unknown_fields.first_seen_at is 'When it first came.';
comment on column unknown_fields.last_seen_at is 'When it last came.';

create table if not exists dead_letters (
    id                bigint generated always as identity primary key,
    received_at       timestamptz not null default current_timestamp,
    stage             text        not null,
    channel_id        integer,
    reading_timestamp timestamptz,
    rule              text        not null,
    reason            text        not null,
    failures          jsonb,
    rule_set          text,
    payload           jsonb       not null,
    payload_hash      text        not null generated always as (md5(payload::text)) stored,
    run_id            bigint,
    times_seen        integer     not null default 1,
    last_seen_at      timestamptz not null default current_timestamp,
    status            text        not null default 'open' constraint dead_letters_status_check check (status in ('open', 'replayed', 'discarded')),
    closed_at         timestamptz,
    closed_by         text,
    close_reason      text,
    constraint dead_letters_once unique nulls not distinct (channel_id, reading_timestamp, payload_hash)
);
create index if not exists idx_dead_letters_open on dead_letters (channel_id, reading_timestamp) where status = 'open';
comment on table dead_letters is 'What arrived and was not kept, with everything needed to look at it and to send it through again. Rows are closed, never deleted. The channel may be unknown.';
comment on column dead_letters.id is 'Number of the dead letter.';
comment on column dead_letters.received_at is 'When it first came.';
comment on column dead_letters.stage is 'Who set it aside: normalise, validate, store ...';
comment on column dead_letters.channel_id is 'The channel that was asked; null where none can be told.';
comment on column dead_letters.reading_timestamp is 'Start of the reading''s interval; null where it has none that can be read.';
comment on column dead_letters.rule is 'The rule that counts: the first that failed.';
comment on column dead_letters.reason is 'Every reason, for people.';
comment on column dead_letters.failures is 'Every rule that failed with its reason: [{"rule": .., "reason": ..}].';
comment on column dead_letters.rule_set is 'Version of config/rules.yaml that judged it.';
comment on column dead_letters.payload is 'JSON as the source gave it, with this one record and the units of its answer.';
comment on column dead_letters.payload_hash is 'md5 of payload: the same reject that comes again is counted, not repeated. Generated.';
comment on column dead_letters.run_id is 'Run that set it aside.';
comment on column dead_letters.times_seen is 'How often it came.';
comment on column dead_letters.last_seen_at is 'When it last came.';
comment on column dead_letters.status is 'open, replayed (a reading for its slot was kept) or discarded (by a person, or because the source says something else of its slot: closed_by).';
comment on column dead_letters.closed_at is 'When it was replayed or discarded; null while open.';
comment on column dead_letters.closed_by is 'Who closed it.';
comment on column dead_letters.close_reason is 'Why it was discarded, or what the replay did.';

create table if not exists ingestion_logs (id serial primary key);
alter table ingestion_logs
    add column if not exists organization_id     text not null,
    add column if not exists channel_id          integer not null,
    add column if not exists start_time          timestamptz not null,
    add column if not exists end_time            timestamptz not null,
    add column if not exists readings_fetched    integer not null default 0,
    add column if not exists readings_inserted   integer not null default 0,
    add column if not exists readings_rejected   integer not null default 0,
    add column if not exists status              text not null default 'success',
    add column if not exists error_message       text,
    add column if not exists created_at          timestamptz default current_timestamp,
    add column if not exists run_id              bigint,
    add column if not exists resolution_seconds  integer,
    add column if not exists request             text,
    add column if not exists readings_updated    integer,
    add column if not exists readings_unchanged  integer,
    add column if not exists null_bins           integer;
create index if not exists idx_ingestion_logs_time on ingestion_logs (organization_id, channel_id, start_time, end_time);
create unique index if not exists idx_ingestion_logs_run on ingestion_logs (run_id, channel_id, start_time, end_time) where run_id is not null;
comment on table ingestion_logs is 'One row per channel and window that was asked for: what came and what became of it.';
comment on column ingestion_logs.id is 'Number of the row.';
comment on column ingestion_logs.organization_id is 'Site of the channel; unknown where the channel has none.';
comment on column ingestion_logs.channel_id is 'The channel.';
comment on column ingestion_logs.start_time is 'Start of the window, inclusive.';
comment on column ingestion_logs.end_time is 'End of the window, exclusive.';
comment on column ingestion_logs.readings_fetched is 'Records of the answer that hold a value.';
comment on column ingestion_logs.readings_inserted is 'Readings that were new.';
comment on column ingestion_logs.readings_rejected is 'Records that went to dead_letters.';
comment on column ingestion_logs.status is 'success or failed.';
comment on column ingestion_logs.error_message is 'What went wrong; null where nothing did.';
comment on column ingestion_logs.created_at is 'When the row was written.';
comment on column ingestion_logs.run_id is 'Run that asked; null for rows from before Wattline.';
comment on column ingestion_logs.resolution_seconds is 'Resolution of the answer in s.';
comment on column ingestion_logs.request is 'Path and query of the request, without host and credentials.';
comment on column ingestion_logs.readings_updated is 'Readings that replaced another value.';
comment on column ingestion_logs.readings_unchanged is 'Readings that were there already, equal.';
comment on column ingestion_logs.null_bins is 'Slots of the answer without any value: no data yet.';

create table if not exists data_sync_status (id serial primary key);
alter table data_sync_status
    add column if not exists organization_id        text not null,
    add column if not exists channel_id             integer,
    add column if not exists last_sync_timestamp    timestamptz not null,
    add column if not exists last_reading_timestamp timestamptz,
    add column if not exists readings_count         integer,
    add column if not exists sync_status            text,
    add column if not exists error_message          text,
    add column if not exists created_at             timestamptz default current_timestamp;
create index if not exists idx_sync_status_org on data_sync_status (organization_id, last_sync_timestamp desc);
comment on table data_sync_status is 'Log of earlier tools, kept. Where channels stand now is in poll_state and ingestion_logs.';
comment on column data_sync_status.id is 'Number of the row.';
comment on column data_sync_status.organization_id is 'Site.';
comment on column data_sync_status.channel_id is 'Channel; null for the whole site.';
comment on column data_sync_status.last_sync_timestamp is 'When it was synchronised.';
comment on column data_sync_status.last_reading_timestamp is 'Start of the newest reading then.';
comment on column data_sync_status.readings_count is 'How many readings were stored.';
comment on column data_sync_status.sync_status is 'Outcome, in the words of the tool.';
comment on column data_sync_status.error_message is 'What went wrong.';
comment on column data_sync_status.created_at is 'When the row was written.';

create table if not exists reading_history (
    history_id      bigint generated always as identity primary key,
    channel_id      integer     not null,
    "timestamp"     timestamptz not null,
    operation       text        not null constraint reading_history_operation_check check (operation in ('update', 'delete')),
    changed_at      timestamptz not null default current_timestamp,
    replaced_by_run bigint,
    old_run         bigint,
    old             jsonb       not null
);
create index if not exists idx_reading_history_reading on reading_history (channel_id, "timestamp");
comment on table reading_history is 'What readings were before they were changed or deleted; written by triggers on readings, so that no change goes by.';
comment on column reading_history.history_id is 'Number of the row.';
comment on column reading_history.channel_id is 'The channel of the old row.';
comment on column reading_history."timestamp" is 'Start of the interval of the old row.';
comment on column reading_history.operation is 'update or delete.';
comment on column reading_history.changed_at is 'When it was changed.';
comment on column reading_history.replaced_by_run is 'Run that wrote the new row; null for a delete and for a change by hand.';
comment on column reading_history.old_run is 'Run that had written the old row.';
comment on column reading_history.old is 'The old row as JSON, in the units of readings; what was null is left out.';

create table if not exists data_gaps (
    gap_id          bigint generated always as identity primary key,
    channel_id      integer     not null references channels,
    gap_start       timestamptz not null,
    gap_end         timestamptz not null,
    reason          text,
    fillable        boolean,
    missing_slots   integer,
    attempts        integer     not null default 0,
    last_attempt_at timestamptz,
    detected_at     timestamptz not null default current_timestamp,
    filled_at       timestamptz,
    fill_method     text,
    constraint data_gaps_half_open check (gap_end > gap_start),
    constraint data_gaps_once unique (channel_id, gap_start)
);
comment on table data_gaps is 'Spans in which expected readings are missing, half-open: [gap_start, gap_end).';
comment on column data_gaps.gap_id is 'Number of the gap.';
comment on column data_gaps.channel_id is 'The channel.';
comment on column data_gaps.gap_start is 'Start of the first missing interval, inclusive.';
comment on column data_gaps.gap_end is 'End of the last missing interval, exclusive.';
comment on column data_gaps.reason is 'What is known of the cause.';
comment on column data_gaps.fillable is 'Whether the source can still give it; null while unknown.';
comment on column data_gaps.missing_slots is 'How many readings are missing.';
comment on column data_gaps.attempts is 'How often the source was asked for it again.';
comment on column data_gaps.last_attempt_at is 'When it was last asked.';
comment on column data_gaps.detected_at is 'When it was found.';
comment on column data_gaps.filled_at is 'When it was filled; null while open.';
comment on column data_gaps.fill_method is 'How it was filled, such as backfill.';

create table if not exists alerts (
    alert_id     bigint generated always as identity primary key,
    alert_key    text        not null,
    severity     text        not null,
    summary      text        not null,
    details      text,
    state        text        not null default 'firing' constraint alerts_state_check check (state in ('firing', 'acknowledged', 'resolved')),
    started_at   timestamptz not null default current_timestamp,
    last_seen_at timestamptz not null default current_timestamp,
    times_seen   integer     not null default 1,
    resolved_at  timestamptz
);
create unique index if not exists idx_alerts_open on alerts (alert_key) where state <> 'resolved';
comment on table alerts is 'What people were told is wrong, and until when. At most one open row per key.';
comment on column alerts.alert_id is 'Number of the alert.';
comment on column alerts.alert_key is 'What it is about, stable over time, such as stale-channel/162119.';
comment on column alerts.severity is 'How bad it is, such as warning or critical.';
comment on column alerts.summary is 'One line for people.';
comment on column alerts.details is 'What was found, what is expected, what to do.';
comment on column alerts.state is 'firing, acknowledged (somebody is at it) or resolved.';
comment on column alerts.started_at is 'When it began.';
comment on column alerts.last_seen_at is 'When it was last found still to be so.';
comment on column alerts.times_seen is 'How often it was found.';
comment on column alerts.resolved_at is 'When it ended; null while open.';

-- Naive timestamps of an adopted database other than readings.timestamp (V3): times that the server's clock wrote, which is UTC on Neon.
do $$
declare
    naive record;
begin
    for naive in
        select c.relname, a.attname, a.atthasdef from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = current_schema()::regnamespace and a.attnum > 0 and not a.attisdropped and a.atttypid = 'timestamp'::regtype
            and c.relname in ('organizations', 'devices', 'meters', 'channels', 'sites', 'readings', 'data_sync_status', 'ingestion_logs')
    loop
        execute format('alter table %1$I alter column %2$I drop default, alter column %2$I type timestamptz using %2$I at time zone ''UTC''', naive.relname, naive.attname);
        if naive.atthasdef then
            execute format('alter table %I alter column %I set default current_timestamp', naive.relname, naive.attname);
        end if;
    end loop;
end $$;
