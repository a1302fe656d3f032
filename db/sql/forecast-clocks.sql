-- How far the clock of each gateway is off, by day; only clocks that were off on one of the days.
with days as (select * from clock_days(:first::date, :today::date, :now::timestamptz))
select 'clock:' || gateway_id as subject, gateway_name as subject_name, null::integer as channel_id, organization_id,
  day as local_day, offset_seconds, interval_seconds
from days where gateway_id in (select gateway_id from days where offset_seconds > 0) order by gateway_id, day
