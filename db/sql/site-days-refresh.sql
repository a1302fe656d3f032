-- Makes stale rows of site_days again; gives how many. Parameters: now, how many at most.
select refresh_site_days(?, ?) as days
