-- Extends the claims of this process.
update backfill_windows set claimed_until = clock_timestamp() + :#lease::interval
where window_id = any (:#windows::bigint[]) and claimed_by = :#process and state = 'open' and claimed_until is not null
