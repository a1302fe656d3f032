-- Readings with energy for a Green Button file, in order of channel and time.
select c.organization_id as site_id, c.site_name, c.time_zone, r.channel_id, c.channel_name, c.interval_seconds,
    r."timestamp", r.energy_kwh, r.data_quality as quality, r.quality_method as method
from readings r join v_site_channels c using (channel_id)
where r.channel_id = any ((select array_agg(channel_id) from v_site_channels
        where (:site::text is null or organization_id = :site)
            and (:channels::integer[] is null or channel_id = any (:channels::integer[])))::integer[])
    and r."timestamp" >= :start::timestamptz and r."timestamp" < :end::timestamptz and r.energy_kwh is not null
order by r.channel_id, r."timestamp"
