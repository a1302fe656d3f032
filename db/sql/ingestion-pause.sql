-- Pauses or resumes ingestion. Parameters: 'paused' or 'running', now.
insert into service_state (part, state, changed_at) values ('ingestion', ?, ?)
on conflict (part) do update set state = excluded.state, changed_at = excluded.changed_at
where service_state.state <> excluded.state
