-- The ids of all channels.
select channel_id::text from channels order by channel_id
