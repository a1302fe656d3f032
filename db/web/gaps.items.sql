select g.gap_id, g.channel_id, c.channel_name, c.organization_id as site_id, c.site_name, c.time_zone as timezone,
    g.gap_start as start, g.gap_end as "end", g.missing_slots as readings,
    g.reason, g.fillable, case when g.closed_at is null then 'open' else g.close_reason end as state, g.attempts,
        g.last_attempt_at, g.next_attempt_at, g.last_answer, g.detected_at,
    g.closed_at, g.filled_at, jsonb_build_array(g.gap_id)::text as cursor
from data_gaps g join v_site_channels c using (channel_id)
where (:state::text = 'all' or g.closed_at is null) and (:site::text is null or c.organization_id = :site)
    and (:channel::integer is null or g.channel_id = :channel::integer)
    and g.gap_id < coalesce((:after::jsonb->>0)::bigint, 9223372036854775807)
order by g.gap_id desc limit :limit
