set local client_min_messages = warning;

-- Who did what to a running Wattline. Written before the answer goes out; never changed.

create table audit_log (
    audit_id bigint generated always as identity primary key,
    at       timestamptz not null,
    who      text        not null,
    via      text        not null check (via in ('http', 'jmx', 'cli')),
    origin   text,
    action   text        not null,
    target   text,
    details  jsonb,
    outcome  text        not null check (outcome in ('done', 'refused', 'failed')),
    answer   text
);
create index audit_log_at on audit_log (at desc);
comment on table audit_log is 'What people did to a running Wattline, one row an action, also those that were refused or failed. Rows are only added.';
comment on column audit_log.audit_id is 'Number, in order of writing.';
comment on column audit_log.at is 'When it was asked for.';
comment on column audit_log.who is 'Who says to have done it: a name given by the caller, not proven; the token is the proof that the caller may.';
comment on column audit_log.via is 'The way it came: http (dashboard and API), jmx, cli.';
comment on column audit_log.origin is 'Address the request came from; null where there is none to know.';
comment on column audit_log.action is 'What was asked for, such as alert-acknowledge, backfill-start, route-stop.';
comment on column audit_log.target is 'What it was done to: an alert, a job, a route, by number or name; null where it is about everything.';
comment on column audit_log.details is 'Arguments, without secrets; null where there are none.';
comment on column audit_log.outcome is 'done; refused = not allowed or wrong arguments, nothing was done; failed = it was tried.';
comment on column audit_log.answer is 'What the caller was told; null where nothing.';
