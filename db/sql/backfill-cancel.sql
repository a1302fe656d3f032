-- Cancels an open or paused backfill job; false where it is neither. Parameter: its number.
select cancel_backfill(?)
