select d.id, d.received_at, d.stage, d.channel_id, c.channel_name, c.time_zone as timezone, d.reading_timestamp, d.rule,
    d.reason, to_jsonb(coalesce(d.columns, '{}')) as columns, d.run_id, d.status, d.times_seen, d.last_seen_at,
    d.closed_at, d.closed_by, d.close_reason, jsonb_build_array(d.id)::text as cursor
from (select * from dead_letters
      where (:status::text is null or status = :status) and (:rule::text is null or coalesce(rule, stage) = :rule)
          and (:channel::integer is null or channel_id = :channel::integer)
          and id < coalesce((:after::jsonb->>0)::bigint, 9223372036854775807)
      order by id desc limit :limit) d
left join v_site_channels c using (channel_id)
order by d.id desc
