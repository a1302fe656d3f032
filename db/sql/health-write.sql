-- Changes nothing; fails in a session that is read-only.
update service_state set state = state where false
