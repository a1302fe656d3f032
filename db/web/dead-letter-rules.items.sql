select coalesce(rule, stage) as rule, count(*) as open, count(*) filter (where partial) as partial,
    count(distinct channel_id) as channels,
    max(last_seen_at) as newest, jsonb_build_array(coalesce(rule, stage))::text as cursor
from dead_letters where status = 'open' and (:after::jsonb is null or coalesce(rule, stage) > :after::jsonb->>0)
group by coalesce(rule, stage) order by coalesce(rule, stage) limit :limit
