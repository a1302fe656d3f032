set local client_min_messages = warning;

-- What a second look at the source has found, and how far back each channel is asked because of data that comes late.

create table reading_differences (
    job_id      bigint      not null,
    channel_id  integer     not null references channels,
    "timestamp" timestamptz not null,
    kind        text        not null constraint reading_differences_kind_check check (kind in ('missing', 'changed', 'extra', 'rejected')),
    run_id      bigint      not null,
    primary key (job_id, channel_id, "timestamp")
);
create index idx_reading_differences_reading on reading_differences (channel_id, "timestamp");
comment on table reading_differences is 'Slots in which a reconciliation found that we and the source did not agree. What is missing or changed was repaired at once; what it was before is in reading_history.';
comment on column reading_differences.job_id is 'The reconciliation (backfill_jobs.job_id).';
comment on column reading_differences.channel_id is 'The channel.';
comment on column reading_differences."timestamp" is 'Start of the slot, UTC.';
comment on column reading_differences.kind is 'missing (we had no measurement), changed (we had another value), extra (we hold a measurement where the source holds none any more; it stays), rejected (the source''s reading breaks a rule: see dead_letters).';
comment on column reading_differences.run_id is 'The run that found it.';

create table reconciliations (
    job_id           bigint           not null,
    channel_id       integer          not null references channels,
    range_start      timestamptz      not null,
    range_end        timestamptz      not null,
    compared         integer          not null,
    missing          integer          not null,
    changed          integer          not null,
    extra            integer          not null,
    rejected         integer          not null,
    unreadable       integer          not null,
    verdict          text             not null constraint reconciliations_verdict_check check (verdict in ('equal', 'repaired', 'differs', 'unread')),
    samples          jsonb            not null,
    duration_seconds double precision not null,
    published_at     timestamptz      not null,
    primary key (job_id, channel_id)
);
create index idx_reconciliations_channel on reconciliations (channel_id, published_at);
comment on table reconciliations is 'What each reconciliation found in each channel, slot by slot, within [range_start, range_end). The slots are in reading_differences.';
comment on column reconciliations.job_id is 'The job that read it (backfill_jobs.job_id).';
comment on column reconciliations.channel_id is 'The channel.';
comment on column reconciliations.range_start is 'Start of what was to be read, inclusive.';
comment on column reconciliations.range_end is 'End of what was to be read, exclusive.';
comment on column reconciliations.compared is 'Slots that were read and compared.';
comment on column reconciliations.missing is 'Slots of which we had no measurement; now we have it.';
comment on column reconciliations.changed is 'Slots of which we had another value; now we have the source''s, and reading_history the old one.';
comment on column reconciliations.extra is 'Slots of which we hold a measurement and the source holds none any more. Ours stays: no data never replaces a value.';
comment on column reconciliations.rejected is 'Readings of the source that break a rule (dead_letters).';
comment on column reconciliations.unreadable is 'Slots that could not be read: the source refuses them, or asking broke down, or the job was cancelled.';
comment on column reconciliations.verdict is 'equal (nothing differed), repaired (something differed, and now it does not), differs (extra slots remain), unread (not all could be read).';
comment on column reconciliations.samples is 'The first ten slots of each kind of difference: {"extra": ["2026-03-01T10:00:00Z", ...]}.';
comment on column reconciliations.duration_seconds is 'How long the whole job took, in s.';
comment on column reconciliations.published_at is 'When the row was written.';

alter table poll_state
    add column look_back_seconds integer constraint poll_state_look_back_check check (look_back_seconds > 0),
    add column look_back_reason  text,
    add column look_back_since   timestamptz;
comment on column poll_state.look_back_seconds is 'How far before its cursor each poll asks again, in s, while readings keep coming late; null = the setting readings.poll.look-back.';
comment on column poll_state.look_back_reason is 'Why it is not the setting, for people; null where it is.';
comment on column poll_state.look_back_since is 'Since when it is asked so far back.';
