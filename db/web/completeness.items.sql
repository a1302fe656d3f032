select channel_id, channel_name as name, organization_id as site_id, site_name, local_day as day, due as expected, kept,
    estimated, missing, suspect, rejected, completeness,
    jsonb_build_array(local_day, channel_id)::text as cursor
from v_channel_days
where local_day >= :start::date and local_day < :end::date and (:site::text is null or organization_id = :site)
    and (:channel::integer is null or channel_id = :channel::integer)
    and (:after::jsonb is null or (local_day, channel_id) > ((:after::jsonb->>0)::date, (:after::jsonb->>1)::integer))
order by local_day, channel_id limit :limit
