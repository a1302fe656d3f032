select channel_id, channel_name as name, organization_id as site_id, site_name, counts_toward_site, date as day,
    energy_kwh, measured_kwh, estimated_kwh, suspect_kwh, catch_up_kwh,
    peak_power_kw, expected_readings, measured_readings, estimated_readings, missing_readings, measured_share,
    estimated_share, missing_share, suspect_share, missing_readings > 0 as partial,
    jsonb_build_array(date, channel_id)::text as cursor
from v_daily_energy
where date >= :start::date and date < :end::date and (:site::text is null or organization_id = :site)
    and (:channel::integer is null or channel_id = :channel::integer)
    and (:after::jsonb is null or (date, channel_id) > ((:after::jsonb->>0)::date, (:after::jsonb->>1)::integer))
order by date, channel_id limit :limit
