select l.id, l.channel_id, c.channel_name, c.time_zone as timezone, l.start_time, l.end_time, l.status, l.error_message,
    l.readings_fetched, l.readings_inserted, l.readings_updated,
    l.readings_unchanged, l.readings_rejected, l.null_bins, l.resolution_seconds, l.request, l.created_at
from readings r join ingestion_logs l on l.run_id = r.run_id and l.channel_id = r.channel_id
    and l.start_time <= r."timestamp" and l.end_time > r."timestamp"
join v_site_channels c on c.channel_id = l.channel_id
where r.channel_id = :id::integer and r."timestamp" = :timestamp::timestamptz order by l.start_time desc limit 1
