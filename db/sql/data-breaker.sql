-- The state of the breaker for bad data of a channel. Parameter: its id.
select state, judged_until, readings, rejected, good_batches, trips, opened_at, reason from data_breakers
where channel_id = ?
