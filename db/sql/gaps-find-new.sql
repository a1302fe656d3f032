-- Searches what is new and checks the open gaps. Parameters: now, range searched in any case, history of a new channel,
-- grace period, pause before the first attempt.
select opened, filled, withdrawn from find_new_gaps(?, ?::interval, ?::interval, ?::interval, ?::interval)
