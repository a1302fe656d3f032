-- One channel.
select channel_name, organization_id, device_type, channel_type, interval_seconds, installed_at, uninstalled_at
from channels where channel_id = :channel
