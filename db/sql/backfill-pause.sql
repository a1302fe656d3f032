-- Pauses an open backfill job; false where it is not open. Parameter: its number.
select pause_backfill(?)
