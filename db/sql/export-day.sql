-- Energy of channels by day of the site's time zone, in kWh; in order of channel and day.
select c.organization_id as site_id, c.site_name, c.channel_id, c.channel_name, c.counts_toward_site,
    d.day_start as "timestamp", e.date, e.energy_kwh, e.measured_kwh, e.estimated_kwh, e.suspect_kwh, e.catch_up_kwh,
    e.peak_power_kw, e.expected_readings, e.measured_readings, e.estimated_readings, e.missing_readings,
    e.measured_share, e.estimated_share, e.missing_share, e.suspect_share
from v_site_channels c join channel_day_quality d using (channel_id)
join v_daily_energy e on e.channel_id = d.channel_id and e.date = d.local_day
where (:site::text is null or c.organization_id = :site)
    and (:channels::integer[] is null or c.channel_id = any (:channels::integer[]))
    and d.day_start >= :start::timestamptz and d.day_start < :end::timestamptz
order by c.channel_id, d.day_start
