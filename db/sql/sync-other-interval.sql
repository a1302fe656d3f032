-- The channels of a sync whose readings have another length than --resolution. No ids: all channels.
select channel_id from channels
where active and interval_seconds <> :seconds and (:channels::int[] is null or channel_id = any(:channels::int[]))
order by 1
