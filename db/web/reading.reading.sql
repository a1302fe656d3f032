select r.data_quality as quality, r.quality_method as method, r.created_at, r.updated_at,
    jsonb_strip_nulls(to_jsonb(r) - array['id', 'channel_id', 'timestamp', 'data_quality', 'quality_method', 'raw',
        'run_id', 'created_at', 'updated_at']) as values, r.raw
from readings r where r.channel_id = :id::integer and r."timestamp" = :timestamp::timestamptz
