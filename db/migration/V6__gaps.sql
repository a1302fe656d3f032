set local client_min_messages = warning;

-- What the search for gaps remembers, and what it needs to be quick.

create table gap_scans (
    channel_id       integer     primary key references channels on delete cascade,
    scanned_from     timestamptz not null,
    scanned_until    timestamptz not null,
    interval_seconds integer     not null,
    history_id       bigint      not null,
    scanned_at       timestamptz not null,
    constraint gap_scans_half_open check (scanned_until >= scanned_from)
);
comment on table gap_scans is 'How far each channel has been searched for gaps, so that the next search looks only at what is new: what was open, what has ended since, what the contract has gained, and readings that were deleted. Delete a row, and its channel is searched anew.';
comment on column gap_scans.channel_id is 'The channel.';
comment on column gap_scans.scanned_from is 'Start of the first slot that was looked at, inclusive.';
comment on column gap_scans.scanned_until is 'End of the last slot that was looked at, exclusive.';
comment on column gap_scans.interval_seconds is 'Length of a reading in s at that time; where it changes, the channel is searched anew.';
comment on column gap_scans.history_id is 'Last row of reading_history that was looked at, for readings that were deleted.';
comment on column gap_scans.scanned_at is 'When it was last searched.';

-- Which windows of a channel were asked for since a given time; the index that is there begins with the site.
create index idx_ingestion_logs_channel_end on ingestion_logs (channel_id, end_time);

comment on table data_gaps is 'Spans in which expected readings are missing, half-open: [gap_start, gap_end), on the channel''s grid. Open while closed_at is null; the open ones of a channel never overlap, and touch only where reason or fillable = false differ. Closed ones stay as history.';
comment on column data_gaps.reason is 'planned (planned_pauses: not expected), rejected (it came and broke a rule: see dead_letters), not_yet_due (too young to be missed), no_data_from_source (asked, and it holds nothing), channel_dead (the source refuses the channel), api_failure (asking failed, or nobody has asked yet). The first that fits, in this order.';
comment on column data_gaps.fillable is 'True while the source is asked for it; false once it has said no often enough, or in a planned pause; null where it is not asked yet (not_yet_due).';
comment on column data_gaps.detected_at is 'When it was first found missing; of gaps that became one, the earliest.';
comment on column data_gaps.attempts is 'How often the source was asked for it again; of gaps that became one, the most.';
comment on column data_gaps.next_attempt_at is 'When the source is asked for it again, of gaps that became one the earliest; null where it is not.';
comment on column data_gaps.filled_at is 'When every slot of it was found to have a reading; null where that has not come.';
