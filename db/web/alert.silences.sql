select s.silence_id, s.rule, s.site_id, o.organization_name as site_name, s.channel_id, c.channel_name, s.starts_at,
    s.ends_at, s.reason, s.created_by
from alerts a
join alert_silences s on s.ends_at > :now::timestamptz and (s.rule is null or s.rule = a.rule)
    and (s.site_id is null or s.site_id = a.site_id)
    and (s.channel_id is null or exists (select from jsonb_array_elements(a.members) m
        where m->'subject'->>'channelId' = s.channel_id::text))
left join organizations o on o.organization_id = s.site_id
left join channels c on c.channel_id = s.channel_id
where a.alert_id = :id
order by s.ends_at desc limit 100
