-- What the grades of channels are made of, over the last local days. Parameters: channel types that may have negative
-- power, days, now.
select d.channel_id, d.channel_name, d.site_name, d.organization_id, sum(d.due) as due, sum(d.kept) as kept,
       sum(d.estimated) as estimated, sum(d.suspect) as suspect, sum(d.off_grid) as off_grid,
       sum(d.rejected) as rejected,
       sum(d.power_extreme + case when c.channel_type = any (?) then 0 else d.power_negative end) as out_of_range,
       sum(d.watched) as watched, sum(d.on_time) as on_time, case when max(d.longest_gap_seconds) > 0
         then whole_gap_seconds(d.channel_id, min(d.day_start), max(d.day_end)) else 0 end as longest_gap_seconds,
       (select coalesce(sum(n.readings), 0) from v_null_rates n
         where n.channel_id = d.channel_id and n.is_measured and n.date >= min(d.local_day)) as of_fields,
       (select coalesce(sum(n.nulls), 0) from v_null_rates n
         where n.channel_id = d.channel_id and n.is_measured and n.date >= min(d.local_day)) as nulls
from v_channel_days d join channels c using (channel_id)
where is_within_last_days(d.local_day, d.time_zone, ?, ?::timestamptz) and (d.due > 0 or d.kept > 0)
group by d.channel_id, d.channel_name, d.site_name, d.organization_id order by d.channel_id
