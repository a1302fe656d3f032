-- The unit of values of a code that the catalogue lacks: the one in which the channel sends it; null where the channel
-- has changed the unit.
select case when not exists (
    select from drift_findings where channel_id = ? and code = ? and kind = 'unit-changed')
  then coalesce((select fields -> ? ->> 'unit' from channel_shapes where channel_id = ?), ?) end
