select r."timestamp", r.data_quality as quality, r.quality_method as method, r.run_id, {columns},
    jsonb_build_array(r."timestamp")::text as cursor
from readings r
where r.channel_id = :id::integer and r."timestamp" >= :start::timestamptz and r."timestamp" < :end::timestamptz
    and r."timestamp" > coalesce((:after::jsonb->>0)::timestamptz, '-infinity')
order by r."timestamp" limit :limit
