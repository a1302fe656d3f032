-- The last reading of a channel before an instant; an estimate is none. Parameters: channel, instant.
select max("timestamp") as last from readings where channel_id = ? and "timestamp" < ? and data_quality <> 'estimated'
