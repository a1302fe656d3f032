set local client_min_messages = warning;

-- What is known of the source itself: its endpoints, the form of each channel's answers, and every change of that form.

create table if not exists api_endpoints (
    endpoint      text        primary key,
    method        text        not null constraint api_endpoints_method_check check (method in ('GET', 'OPTIONS')),
    template      text        not null,
    origin        text        not null,
    example       text        not null,
    used_by       text,
    feeds         text,
    status        integer,
    state         text        not null constraint api_endpoints_state_check check (state in ('answered', 'refused', 'broken', 'gone')),
    note          text,
    paging        text,
    structure     jsonb,
    first_seen_at timestamptz not null,
    last_seen_at  timestamptz not null,
    changed_at    timestamptz,
    run_id        bigint      not null
);
comment on table api_endpoints is 'What the source''s API offers this account, as the last complete ./wattline discover found it. One row a method and path; ids in paths are {id}.';
comment on column api_endpoints.endpoint is 'Method and path, such as GET organizations/{id}/meters.';
comment on column api_endpoints.method is 'GET or OPTIONS: nothing else is ever sent.';
comment on column api_endpoints.template is 'Path below the base URL with {id} for ids.';
comment on column api_endpoints.origin is 'Why it was asked: documented, candidate, link, device type, row, OPTIONS.';
comment on column api_endpoints.example is 'The path that was asked.';
comment on column api_endpoints.used_by is 'The route that uses it; null where none does.';
comment on column api_endpoints.feeds is 'The table that it feeds or could feed; null where nobody has said.';
comment on column api_endpoints.status is 'HTTP status of the answer; null where there was none.';
comment on column api_endpoints.state is 'answered (200), refused (the source says no), broken (failed after every try), gone (answered once, and does not any more).';
comment on column api_endpoints.note is 'What the source said where it did not answer.';
comment on column api_endpoints.paging is 'How the answer is paged; null where it is not.';
comment on column api_endpoints.structure is 'JSON Schema of the answer: types, null, enumerations, masked examples. Null where it did not answer.';
comment on column api_endpoints.first_seen_at is 'When it was first asked.';
comment on column api_endpoints.last_seen_at is 'When it last answered, or was last asked where it never did.';
comment on column api_endpoints.changed_at is 'When its state or the form of its answer last changed; null while it never did.';
comment on column api_endpoints.run_id is 'The run that last asked.';

create table if not exists api_endpoint_runs (
    run_id     bigint      not null,
    endpoint   text        not null,
    asked_at   timestamptz not null,
    finding    jsonb       not null,
    status     integer,
    millis     bigint,
    bytes      integer,
    rows       integer,
    pages      integer,
    primary key (run_id, endpoint)
);
comment on table api_endpoint_runs is 'Each question of each ./wattline discover: how it was answered, how long that took and how large it was. A run that was cut off goes on from here.';
comment on column api_endpoint_runs.run_id is 'The run, of kind discover.';
comment on column api_endpoint_runs.endpoint is 'As in api_endpoints.';
comment on column api_endpoint_runs.asked_at is 'When it was asked.';
comment on column api_endpoint_runs.finding is 'What was found, whole, with the endpoints that it leads to.';
comment on column api_endpoint_runs.status is 'HTTP status; null where there was no answer.';
comment on column api_endpoint_runs.millis is 'From the question to the whole answer, in milliseconds; of the last try where it took several.';
comment on column api_endpoint_runs.bytes is 'Size of the body in bytes.';
comment on column api_endpoint_runs.rows is 'Rows of the list as the source counts them; null where it is no list.';
comment on column api_endpoint_runs.pages is 'Pages of the list as the source counts them; null where it is not paged.';

create table if not exists channel_shapes (
    channel_id         integer     primary key references channels,
    time_zone          text,
    resolution_seconds integer,
    fields             jsonb       not null default '{}',
    offered            text[],
    offered_at         timestamptz,
    changed_at         timestamptz not null
);
comment on table channel_shapes is 'The form of each channel''s answers as last seen, against which the next answer is held. Written only where it changes.';
comment on column channel_shapes.channel_id is 'The channel.';
comment on column channel_shapes.time_zone is 'Time zone that the answer names, IANA.';
comment on column channel_shapes.resolution_seconds is 'Length of a bin in seconds.';
comment on column channel_shapes.fields is 'By code of the vendor: unit as the answer writes it, and the JSON types that values came in.';
comment on column channel_shapes.offered is 'Codes that OPTIONS /readings/{id} offers; null where it was never asked or does not say.';
comment on column channel_shapes.offered_at is 'When OPTIONS was last asked.';
comment on column channel_shapes.changed_at is 'When the form last changed.';

create table if not exists drift_findings (
    finding_id       bigint      generated always as identity primary key,
    channel_id       integer     not null references channels,
    kind             text        not null constraint drift_findings_kind_check
                                 check (kind in ('field-new', 'field-vanished', 'unit-changed', 'type-changed', 'resolution-changed', 'time-zone-changed')),
    code             text        not null default '',
    before           text,
    after            text,
    message          text        not null,
    found_at         timestamptz not null,
    run_id           bigint,
    window_start     timestamptz,
    closed_at        timestamptz,
    close_reason     text
);
comment on table drift_findings is 'Changes in what the source sends, each once: a new or vanished field, a changed unit, type, resolution or time zone. Reading goes on meanwhile.';
comment on column drift_findings.finding_id is 'Number of the finding.';
comment on column drift_findings.channel_id is 'The channel.';
comment on column drift_findings.kind is 'What has changed.';
comment on column drift_findings.code is 'The vendor''s field code; empty where it is not about a field.';
comment on column drift_findings.before is 'As it was: unit, JSON types, seconds or time zone.';
comment on column drift_findings.after is 'As it is now.';
comment on column drift_findings.message is 'For people: what was found and what happens with the values.';
comment on column drift_findings.found_at is 'When it was found.';
comment on column drift_findings.run_id is 'The run that found it.';
comment on column drift_findings.window_start is 'Start of the window whose answer showed it.';
comment on column drift_findings.closed_at is 'When it was as before again, or somebody has dealt with it; null while open.';
comment on column drift_findings.close_reason is 'Why it is closed.';
create unique index if not exists idx_drift_findings_open on drift_findings (channel_id, kind, code) where closed_at is null;

-- Columns that people add -----------------------------------------------------------------------------------------------------------------------------------
-- The condition names every column, so that it goes on working should one of them become a generated column.
create or replace function watch_reading_columns() returns void language plpgsql set search_path from current as $$
declare
    columns constant text := (select string_agg('#.' || quote_ident(attname), ', ' order by attname) from pg_attribute
        where attrelid = 'readings'::regclass and attnum > 0 and not attisdropped);
begin
    execute format('create or replace trigger reading_updated before update on readings for each row when (row(%s) is distinct from row(%s)) execute function keep_reading_history()',
        replace(columns, '#', 'old'), replace(columns, '#', 'new'));
end $$;
comment on function watch_reading_columns() is 'Sees to it that a change of any column of readings goes to reading_history.';

create or replace function add_reading_column(name text, meaning text) returns void language plpgsql set search_path from current as $$
begin
    execute format('alter table readings add column if not exists %I double precision', name);
    execute format('comment on column readings.%I is %L', name, meaning);
    perform watch_reading_columns();
end $$;
comment on function add_reading_column(text, text) is 'Adds a value column to readings, with its meaning and unit, and watches it like the others; does nothing where it is there. Name it in config/fields.yaml, section columns.';
