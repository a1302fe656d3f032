-- Extends the claims of this process. One that was made while the clock was ahead gets the right time.
update backfill_windows set claimed_until = clock_timestamp() + :#lease::interval,
  claimed_at = least(claimed_at, clock_timestamp())
where window_id = any (:#windows::bigint[]) and claimed_by = :#process and state = 'open' and claimed_until is not null
