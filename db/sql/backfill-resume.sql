-- Resumes a paused or failed backfill job; false where it is neither. Parameter: its number.
select resume_backfill(?)
