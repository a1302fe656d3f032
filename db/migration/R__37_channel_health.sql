-- What state a channel is in, and how well it is: said once, for v_channel_health and for the HTTP API. Bound when they
-- are made, and not by name when they run: people read the view with a search path of their own.

create or replace function channel_state(active boolean, uninstalled_at timestamptz, breaker_state text,
  poll_state text, as_of timestamptz) returns text
language sql immutable parallel safe
return case when not active or uninstalled_at <= as_of then 'inactive' when breaker_state = 'open' then 'quarantined'
  else coalesce(poll_state, 'live') end;
comment on function channel_state(boolean, timestamptz, text, text, timestamptz) is
  'inactive where nothing is expected of the channel any more, quarantined while its breaker for bad data is open '
  '(data_breakers.state), else how it is polled (poll_state.state; live where it was not polled yet).';

create or replace function channel_health(state text, intervals_since double precision,
  warning_intervals double precision, critical_intervals double precision) returns text
language sql immutable parallel safe
return case
    when state = 'inactive' then 'inactive'
    when state = 'quarantined' or intervals_since is null or intervals_since > critical_intervals then 'critical'
    when intervals_since > warning_intervals then 'warning'
    else 'healthy'
end;
comment on function channel_health(text, double precision, double precision, double precision) is
  'healthy, warning or critical by how many of its intervals have passed since the channel''s last reading (null = '
  'there is none) and the thresholds of quality_settings; critical in quarantine, inactive where nothing is expected.'
  ' state is what channel_state gives.';
