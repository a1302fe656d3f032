set local client_min_messages = warning;

-- Reading again what is missing, as a job: it is cut into windows, which the workers of any number of processes share.

create table backfill_jobs (
    job_id      bigint generated always as identity primary key,
    kind        text        not null constraint backfill_jobs_kind_check check (kind in ('range', 'gaps', 'automatic', 'reconcile')),
    state       text        not null default 'open' constraint backfill_jobs_state_check check (state in ('open', 'paused', 'done', 'failed', 'cancelled')),
    range_start timestamptz,
    range_end   timestamptz,
    channel_ids integer[],
    created_by  text        not null,
    created_at  timestamptz not null default current_timestamp,
    started_at  timestamptz,
    finished_at timestamptz,
    windows     integer     not null default 0,
    constraint backfill_jobs_half_open check (range_end > range_start),
    constraint backfill_jobs_over_has_its_end check ((state in ('open', 'paused')) = (finished_at is null))
);
create index idx_backfill_jobs_open on backfill_jobs (job_id) where state in ('open', 'paused');
comment on table backfill_jobs is 'Jobs that read again what is missing. A job never moves the cursor of live polling.';
comment on column backfill_jobs.job_id is 'Number of the job.';
comment on column backfill_jobs.kind is 'range (days that somebody named), gaps (open gaps, because somebody asked), automatic (open gaps whose turn has come), reconcile (days that are compared with the source).';
comment on column backfill_jobs.state is 'open (workers take its windows), paused (nobody does until it is resumed), done (every window was read), failed (ended, and some windows could not be read), cancelled.';
comment on column backfill_jobs.range_start is 'Start of the range, inclusive; null where the gaps alone say what is read.';
comment on column backfill_jobs.range_end is 'End of the range, exclusive; null where the gaps alone say what is read.';
comment on column backfill_jobs.channel_ids is 'The channels that were asked for; null = all.';
comment on column backfill_jobs.created_by is 'Who opened it: a person, or a part of Wattline.';
comment on column backfill_jobs.created_at is 'When it was opened.';
comment on column backfill_jobs.started_at is 'When the first of its windows that is over was taken; null before.';
comment on column backfill_jobs.finished_at is 'When it ended; null while it is open or paused.';
comment on column backfill_jobs.windows is 'How many windows it was cut into.';

create table backfill_windows (
    window_id     bigint generated always as identity primary key,
    job_id        bigint      not null references backfill_jobs on delete cascade,
    channel_id    integer     not null references channels,
    window_start  timestamptz not null,
    window_end    timestamptz not null,
    state         text        not null default 'open' constraint backfill_windows_state_check check (state in ('open', 'done', 'refused', 'failed', 'cancelled')),
    claimed_by    text,
    claimed_at    timestamptz,
    claimed_until timestamptz,
    not_before    timestamptz,
    attempts      integer     not null default 0,
    run_id        bigint,
    fetched       integer     not null default 0,
    inserted      integer     not null default 0,
    updated       integer     not null default 0,
    unchanged     integer     not null default 0,
    rejected      integer     not null default 0,
    error         text,
    finished_at   timestamptz,
    constraint backfill_windows_half_open check (window_end > window_start),
    constraint backfill_windows_once unique (job_id, channel_id, window_start)
);
create index idx_backfill_windows_open on backfill_windows (job_id, channel_id, window_start) where state = 'open';
comment on table backfill_windows is 'Parts of a backfill job: a channel and a half-open span of time. Those of one channel are read one after the other, oldest first.';
comment on column backfill_windows.window_id is 'Number of the window.';
comment on column backfill_windows.job_id is 'Its job.';
comment on column backfill_windows.channel_id is 'The channel.';
comment on column backfill_windows.window_start is 'Start, inclusive, on the channel''s grid.';
comment on column backfill_windows.window_end is 'End, exclusive, on the channel''s grid.';
comment on column backfill_windows.state is 'open (to be read, or being read), done (read and kept), refused (the source refuses it), failed (asking broke down too often), cancelled.';
comment on column backfill_windows.claimed_by is 'The process that reads it now, or that did so last.';
comment on column backfill_windows.claimed_at is 'When it was last taken by a process; null before.';
comment on column backfill_windows.claimed_until is 'Until when nobody else may take it; a process that lives prolongs it, and of one that was killed it runs out. Null while nobody has it.';
comment on column backfill_windows.not_before is 'Not taken again before this, after a breakdown; null = at once.';
comment on column backfill_windows.attempts is 'How often it was taken.';
comment on column backfill_windows.run_id is 'Run that read it last.';
comment on column backfill_windows.fetched is 'Readings in the answers.';
comment on column backfill_windows.inserted is 'Readings that were new.';
comment on column backfill_windows.updated is 'Readings that replaced another value.';
comment on column backfill_windows.unchanged is 'Readings that were there already, equal.';
comment on column backfill_windows.rejected is 'Readings that went to dead_letters.';
comment on column backfill_windows.error is 'Why it was not read the last time, for people; null where it was.';
comment on column backfill_windows.finished_at is 'When it ended; null while it is open.';
