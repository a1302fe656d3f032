-- Opens a backfill job; null where there is nothing to read. Parameters: kind, who, start and end (null for a job over
-- gaps), channel ids (null for all), now, whether only gaps whose next attempt is due, longest window in s.
select open_backfill(?, ?, ?::timestamptz, ?::timestamptz, ?::integer[], ?::timestamptz, ?, ?) as job_id
