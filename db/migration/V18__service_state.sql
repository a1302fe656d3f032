set local client_min_messages = warning;

-- What operators have said and a restart must not forget.

create table service_state (
    part       text        primary key constraint service_state_part_check check (part in ('ingestion')),
    state      text        not null constraint service_state_state_check check (state in ('running', 'paused')),
    changed_at timestamptz not null
);
comment on table service_state is 'What operators have switched on or off and a restart must not forget, one row a part of the service; no row: running.';
comment on column service_state.part is 'ingestion: everything that asks the source for readings by itself, polls and backfill.';
comment on column service_state.state is 'running, or paused: nothing begins until somebody resumes it.';
comment on column service_state.changed_at is 'When somebody last paused or resumed it; who that was is in audit_log.';

-- Drift: what people have dealt with is closed by them.
alter table drift_findings add column closed_by text;
comment on column drift_findings.closed_by is 'Who has dealt with it: a name given by the caller, or backfill --from-raw; null while it is open, and where the source went back to what it was.';
