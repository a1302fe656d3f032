-- Energy of channels by hour, in kWh, without catch-up energy, which belongs to no hour; in order of channel and time.
select c.organization_id as site_id, c.site_name, c.channel_id, c.channel_name, c.counts_toward_site,
    h.hour as "timestamp", h.date, h.energy_kwh, h.measured_kwh, h.estimated_kwh, h.suspect_kwh, h.catch_up_kwh,
    h.peak_power_kw, h.expected_readings, h.measured_readings, h.estimated_readings, h.missing_readings,
    h.measured_share, h.estimated_share, h.missing_share, h.suspect_share
from (select * from v_site_channels
    where (:site::text is null or organization_id = :site)
        and (:channels::integer[] is null or channel_id = any (:channels::integer[]))
    order by channel_id) c
cross join lateral (select * from v_hourly_energy h
    where h.channel_id = c.channel_id and h.hour >= :start::timestamptz and h.hour < :end::timestamptz
        and h.date >= (:start::timestamptz at time zone 'UTC')::date - 1
        and h.date <= (:end::timestamptz at time zone 'UTC')::date + 1
    order by h.hour) h
order by c.channel_id, h.hour
