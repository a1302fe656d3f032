-- Opens a reconciliation; null where there is nothing to read. Parameters: who, start, end, channel ids (null for all),
-- now, longest window in s, whether none is opened where one of the same range exists.
select open_reconciliation(?, ?::timestamptz, ?::timestamptz, ?::integer[], ?::timestamptz, ?, ?) as job_id
