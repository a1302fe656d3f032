set local client_min_messages = warning;

-- What a person has looked at and found to be right, and when a channel's history had been fetched for the first time.

alter table quality_findings
    add column accepted_at     timestamptz,
    add column accepted_until  timestamptz,
    add column accepted_by     text,
    add column accepted_reason text,
    add constraint quality_findings_accepted_whole check (num_nulls(accepted_at, accepted_until, accepted_by, accepted_reason) in (0, 4));
comment on column quality_findings.accepted_at is 'When somebody accepted it: looked, and found the readings to be right. Null where nobody has.';
comment on column quality_findings.accepted_until is 'Until when that holds, exclusive; infinity = for ever. Until then it lowers no grade, raises no alert and marks no reading.';
comment on column quality_findings.accepted_by is 'Who accepted it.';
comment on column quality_findings.accepted_reason is 'Why, for people.';

alter table poll_state add column filled_at timestamptz;
update poll_state set filled_at = last_success_at;
comment on column poll_state.filled_at is 'When its history had been fetched up to the present for the first time; null before.';
