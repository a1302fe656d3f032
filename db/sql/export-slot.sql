-- Readings of a site or of channels in a half-open range, in order of channel and time, with the columns asked for.
select c.organization_id as site_id, c.site_name, r.channel_id, c.channel_name, r."timestamp",
    r.data_quality as quality, r.quality_method as method, {columns}
from readings r join v_site_channels c using (channel_id)
where r.channel_id = any ((select array_agg(channel_id) from v_site_channels
        where (:site::text is null or organization_id = :site)
            and (:channels::integer[] is null or channel_id = any (:channels::integer[])))::integer[])
    and r."timestamp" >= :start::timestamptz and r."timestamp" < :end::timestamptz
order by r.channel_id, r."timestamp"
