-- Readings expected and missing, by subject and day.
select subject, subject_name, channel_id, organization_id, local_day, expected, missing
from forecast_loss_days(:first::date, :today::date, :now::timestamptz) order by subject, local_day
