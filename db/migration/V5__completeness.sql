set local client_min_messages = warning;

-- When no readings are expected although the channel is installed, and what is known of those that are missing.

create table planned_pauses (
    pause_id        bigint generated always as identity primary key,
    channel_id      integer references channels,
    organization_id text references organizations,
    pause_start     timestamptz not null,
    pause_end       timestamptz,
    reason          text        not null,
    created_by      text        not null default current_user,
    created_at      timestamptz not null default current_timestamp,
    constraint planned_pauses_of_one check (num_nonnulls(channel_id, organization_id) = 1),
    constraint planned_pauses_half_open check (pause_end > pause_start)
);
create index idx_planned_pauses_channel on planned_pauses (channel_id);
create index idx_planned_pauses_organization on planned_pauses (organization_id);
comment on table planned_pauses is 'Spans in which no readings are expected of a channel or of a whole site, such as a rebuilding: half-open, [pause_start, pause_end). A slot that a pause touches is not expected.';
comment on column planned_pauses.pause_id is 'Number of the pause.';
comment on column planned_pauses.channel_id is 'The channel that pauses; null where the whole site does.';
comment on column planned_pauses.organization_id is 'The site that pauses, with every channel; null where one channel does.';
comment on column planned_pauses.pause_start is 'From when on nothing is expected, inclusive.';
comment on column planned_pauses.pause_end is 'From when on readings are expected again; null = until somebody sets it.';
comment on column planned_pauses.reason is 'Why, for people.';
comment on column planned_pauses.created_by is 'Who planned it.';
comment on column planned_pauses.created_at is 'When the row was written.';

alter table data_gaps
    drop constraint if exists data_gaps_once,
    add column if not exists last_seen_at    timestamptz not null default current_timestamp,
    add column if not exists next_attempt_at timestamptz,
    add column if not exists last_answer     text,
    add column if not exists filled_by       bigint,
    add column if not exists closed_at       timestamptz,
    add column if not exists close_reason    text;
update data_gaps set closed_at = filled_at, close_reason = 'filled' where filled_at is not null;
alter table data_gaps
    add constraint data_gaps_reason_check check (reason in ('no_data_from_source', 'rejected', 'api_failure', 'channel_dead', 'not_yet_due', 'planned')) not valid,
    add constraint data_gaps_filled_is_closed check (filled_at is null or closed_at is not null);
create unique index idx_data_gaps_open on data_gaps (channel_id, gap_start) where closed_at is null;
create index idx_data_gaps_channel on data_gaps (channel_id, gap_start, gap_end);
create index idx_data_gaps_due on data_gaps (next_attempt_at) where closed_at is null;
comment on table data_gaps is 'Spans in which expected readings are missing, half-open: [gap_start, gap_end). Open while closed_at is null; the open ones of a channel neither overlap nor touch where their reason is the same. Closed ones stay as history.';
comment on column data_gaps.reason is 'no_data_from_source (asked, and it holds nothing), rejected (it came and broke a rule: see dead_letters), api_failure (asking failed), channel_dead (the source refuses the channel), not_yet_due (too young to be missed), planned (planned_pauses; not expected).';
comment on column data_gaps.fillable is 'Whether the source is still asked for it; false once it has said no often enough, or a reading can never come; null while unknown.';
comment on column data_gaps.missing_slots is 'How many readings are missing, by the channel''s own interval.';
comment on column data_gaps.last_attempt_at is 'When the source was last asked for it again.';
comment on column data_gaps.last_seen_at is 'When it was last found still to be open.';
comment on column data_gaps.next_attempt_at is 'When the source is asked for it again; null where it is not.';
comment on column data_gaps.last_answer is 'What the source said the last time, for people.';
comment on column data_gaps.filled_at is 'When every slot of it had a reading; null where that has not come.';
comment on column data_gaps.fill_method is 'What filled it: source, or estimated where an estimate stands in every slot of it, or mixed.';
comment on column data_gaps.filled_by is 'Run whose readings filled it.';
comment on column data_gaps.closed_at is 'When it ended: filled, not expected any more, or part of another gap now; null while open.';
comment on column data_gaps.close_reason is 'filled, not_expected, or merged.';
