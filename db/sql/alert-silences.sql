-- Silences that have not ended, as JSON.
select coalesce(jsonb_agg(jsonb_build_object('id', silence_id, 'rule', rule, 'siteId', site_id, 'channelId', channel_id,
  'startsAt', starts_at, 'endsAt', ends_at, 'reason', reason, 'createdBy', created_by)), '[]')::text
from alert_silences where ends_at > :now::timestamptz
