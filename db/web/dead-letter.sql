select d.id, d.received_at, d.stage, d.channel_id, c.channel_name, c.time_zone as timezone, d.reading_timestamp, d.rule,
    d.reason, to_jsonb(coalesce(d.columns, '{}')) as columns, d.run_id, d.status, d.times_seen, d.last_seen_at,
    d.closed_at, d.closed_by, d.close_reason, d.failures, d.rule_set, d.payload
from dead_letters d left join v_site_channels c using (channel_id) where d.id = :id
