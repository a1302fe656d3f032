select a.alert_id, a.rule, a.severity, a.state, a.summary, a.details, a.site_id, a.site_name, a.started_at, a.fired_at,
    a.told_at, a.resolved_at, a.acknowledged_at,
    a.acknowledged_by, a.quiet_reason, a.members,
    (select coalesce(jsonb_agg(jsonb_build_object('channelId', c.channel_id, 'name', c.channel_name)
        order by c.channel_id), '[]')
      from channels c
      where c.organization_id = a.site_id
        and c.channel_id::text in (select m[1] from regexp_matches(coalesce(a.details, ''), '\m(\d{1,9})\M', 'g') m)
    ) as mentioned
from alerts a where a.alert_id = :id
