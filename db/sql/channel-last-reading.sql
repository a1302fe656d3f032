-- The last reading of a channel before an instant; an estimate is none.
select max("timestamp") as last from readings
where channel_id = :channel and "timestamp" < :before and data_quality <> 'estimated'
