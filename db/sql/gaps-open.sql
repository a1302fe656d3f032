-- Open gaps that reach into a range. Parameters: start, end, channel ids (empty for all).
select g.*, c.channel_name from data_gaps g join channels c using (channel_id)
where closed_at is null and gap_end > ? and gap_start < ?
  and channel_id = any (coalesce(nullif(?, '{}'), array[channel_id]))
order by channel_id, gap_start
