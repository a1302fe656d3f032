-- The longest lateness of each live channel, by day of arrival in UTC; 0 on days without late readings. How far its
-- polls ask back without the forecasts that are open.
with late as (select * from late_days(:first::date, :today::date::timestamp at time zone 'UTC')),
days as (
  select c.channel_id, c.channel_name, c.organization_id, d::date as day, p.look_back_seconds, p.look_back_reason
  from channels c join poll_state p using (channel_id)
  cross join generate_series(greatest(:first::date, (c.created_at at time zone 'UTC')::date + 1),
    :today::date - 1, interval '1 day') d
  where c.active and p.state = 'live'
)
select 'channel:' || channel_id as subject, coalesce(channel_name, 'channel ' || channel_id) as subject_name,
  channel_id, organization_id, day as local_day, coalesce(l.seconds, 0) as seconds,
  case when look_back_reason like 'A forecast%' then :lookBack::float8
    else coalesce(look_back_seconds, :lookBack::float8) end as look_back
from days left join late l using (channel_id, day) order by channel_id, day
