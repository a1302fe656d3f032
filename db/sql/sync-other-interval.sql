-- The channels of a sync whose readings have another length than --resolution.
-- Parameters: seconds, whether the sync is of all channels, their ids.
select channel_id from channels where active and interval_seconds <> ? and (? or channel_id = any(?)) order by 1
