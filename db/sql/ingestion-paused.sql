-- When an operator paused ingestion; no row where it is not paused.
select changed_at from service_state where part = 'ingestion' and state = 'paused'
