select c.channel_id, c.channel_name as name, c.organization_id as site_id, c.site_name, c.time_zone as timezone,
    r."timestamp"
from readings r join v_site_channels c using (channel_id) where r.channel_id = :id::integer
    and r."timestamp" = :timestamp::timestamptz
