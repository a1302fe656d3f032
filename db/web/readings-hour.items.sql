select hour as "timestamp", energy_kwh, measured_kwh, estimated_kwh, suspect_kwh, catch_up_kwh, peak_power_kw,
    expected_readings, measured_readings, estimated_readings,
    missing_readings, measured_share, estimated_share, missing_share, suspect_share,
    missing_readings > 0 as partial, jsonb_build_array(hour)::text as cursor
from v_hourly_energy
where channel_id = :id::integer and hour >= :start::timestamptz and hour < :end::timestamptz
    and date >= greatest(:start::timestamptz, (:after::jsonb->>0)::timestamptz)::date - 1
        and date <= :end::timestamptz::date + 1
    and hour > coalesce((:after::jsonb->>0)::timestamptz, '-infinity')
order by hour limit :limit
