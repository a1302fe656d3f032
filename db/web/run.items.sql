select l.id, l.channel_id, c.channel_name, c.time_zone as timezone, l.start_time, l.end_time, l.status, l.error_message,
    l.readings_fetched, l.readings_inserted, l.readings_updated,
    l.readings_unchanged, l.readings_rejected, l.null_bins, l.resolution_seconds, l.request, l.created_at,
        jsonb_build_array(l.channel_id, l.start_time, l.end_time)::text as cursor
from ingestion_logs l left join v_site_channels c on c.channel_id = l.channel_id
where l.run_id = :id and (:after::jsonb is null
    or (l.channel_id, l.start_time, l.end_time) > ((:after::jsonb->>0)::integer, (:after::jsonb->>1)::timestamptz,
        (:after::jsonb->>2)::timestamptz))
order by l.channel_id, l.start_time, l.end_time limit :limit
