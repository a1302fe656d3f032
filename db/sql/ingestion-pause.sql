-- Pauses or resumes ingestion: the state is 'paused' or 'running'.
insert into service_state (part, state, changed_at) values ('ingestion', :state, :now)
on conflict (part) do update set state = excluded.state, changed_at = excluded.changed_at
where service_state.state <> excluded.state
