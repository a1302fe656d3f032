-- The active channels.
select channel_id from channels where active order by channel_id
