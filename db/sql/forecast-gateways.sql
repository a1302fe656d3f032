-- How each gateway delivered, by day.
select 'gateway:' || gateway_id as subject, gateway_name as subject_name, null::integer as channel_id, organization_id,
  local_day, kept_share, flapping_share, late_share, gap_hours
from gateway_days(:first::date, :today::date, :now::timestamptz) order by gateway_id, local_day
