select channel_id, channel_name as name, organization_id as site_id, site_name, time_zone as timezone, interval_seconds
    from v_site_channels where channel_id = :id::integer
