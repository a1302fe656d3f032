-- The readings around a gap and some weeks back.
select "timestamp", energy_kwh, energy_export_kwh, power_kw, data_quality, quality_method
from readings
where channel_id = :#channel_id and "timestamp" >= :#range_start::timestamptz and "timestamp" < :#range_end::timestamptz
  and is_counted(data_quality, quality_method)
