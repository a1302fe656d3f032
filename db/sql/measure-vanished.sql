-- Channels that the source's list no longer holds, by when they vanished. Those that the source said were uninstalled
-- do not count.
select c.channel_id, c.channel_name, c.channel_type, c.organization_id, o.organization_name, 1::float8 as value,
  'not in the list since ' || to_char(c.inactive_since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') as detail
from channels c left join organizations o using (organization_id)
where not c.active and c.inactive_since > :#now::timestamptz - :#over::interval
  and (c.uninstalled_at is null or c.uninstalled_at > c.inactive_since)
