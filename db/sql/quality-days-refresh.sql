-- Computes channel days again in which a reading has changed; gives how many. Parameters: now, how many at most.
select refresh_touched_days(?, ?) as days
