-- The progress of a backfill job. Parameter: its number.
select * from backfill_progress(?)
