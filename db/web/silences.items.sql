select s.silence_id, s.rule, s.site_id, o.organization_name as site_name, s.channel_id, c.channel_name, s.starts_at,
    s.ends_at, s.reason, s.created_by, jsonb_build_array(s.silence_id)::text as cursor
from alert_silences s
left join organizations o on o.organization_id = s.site_id
left join channels c on c.channel_id = s.channel_id
where s.ends_at > :now::timestamptz and s.silence_id < coalesce((:after::jsonb->>0)::bigint, 9223372036854775807)
order by s.silence_id desc limit :limit
