-- Searches a range and checks the open gaps of its channels. Parameters: start, end, channel ids (empty for all), now,
-- history of a new channel, grace period, pause before the first attempt.
select opened, filled, withdrawn from find_gaps(?, ?, nullif(?, '{}'), ?, ?::interval, ?::interval, ?::interval)
