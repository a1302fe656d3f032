-- This process lives: what it has in hand stays its own.
update backfill_windows set claimed_until = clock_timestamp() + :#lease::interval
where window_id = any (:#windows::bigint[]) and claimed_by = :#process and state = 'open' and claimed_until is not null
