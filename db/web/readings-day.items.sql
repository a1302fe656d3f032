select d.day_start as "timestamp", e.date as day, e.energy_kwh, e.measured_kwh, e.estimated_kwh, e.suspect_kwh,
    e.catch_up_kwh, e.peak_power_kw, e.expected_readings,
    e.measured_readings, e.estimated_readings, e.missing_readings, e.measured_share, e.estimated_share, e.missing_share,
    e.suspect_share, e.missing_readings > 0 as partial, jsonb_build_array(d.day_start)::text as cursor
from channel_day_quality d join v_daily_energy e on e.channel_id = d.channel_id and e.date = d.local_day
where d.channel_id = :id::integer and e.channel_id = :id::integer and d.day_start >= :start::timestamptz
    and d.day_start < :end::timestamptz
    and d.local_day >= :start::timestamptz::date - 1 and d.local_day <= :end::timestamptz::date + 1
    and d.day_start > coalesce((:after::jsonb->>0)::timestamptz, '-infinity')
order by d.day_start limit :limit
