-- What several views, statements and rules ask: said once. Planned in place (one expression each, arguments that cost
-- something stand once), so that indexes serve; bound when they are made, since people read views with a search path of
-- their own.

create or replace function is_within_last_days(local_day date, time_zone text, days integer, as_of timestamptz)
  returns boolean
language sql stable parallel safe
return local_day > (as_of at time zone 'UTC')::date - (days + 2)
  and int4range(0, days) @> ((as_of at time zone time_zone)::date - local_day);
comment on function is_within_last_days(date, text, integer, timestamptz) is
  'Whether a day of a time zone is one of the last days there: today so far, and those before it.';

create or replace function finding_counts(closed_at timestamptz, accepted_until timestamptz, as_of timestamptz)
  returns boolean
language sql immutable parallel safe
return closed_at is null and (accepted_until is null or accepted_until <= as_of);
comment on function finding_counts(timestamptz, timestamptz, timestamptz) is
  'Whether a finding (quality_findings) is open and nobody''s word that the readings are right holds: only then does '
  'it lower grades, raise alerts and mark readings.';

create or replace function rounded_kwh(kwh double precision) returns double precision
language sql immutable parallel safe
return round(kwh::numeric, 6)::double precision;
comment on function rounded_kwh(double precision) is
  'A sum or a difference of energies in kWh to 1e-6, which is as exact as they are; without it 0.1 + 0.2 is '
  '0.30000000000000004.';
