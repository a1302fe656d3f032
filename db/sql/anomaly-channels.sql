-- Channels whose readings can be judged, with what each needs. Parameter: ids of channels, null for all.
select c.channel_id, c.channel_name, c.organization_id, c.device_type, c.channel_type, c.interval_seconds,
  c.installed_at, c.uninstalled_at, coalesce(known_time_zone(o.timezone), 'UTC') as time_zone,
  (select min(r."timestamp") from readings r where r.channel_id = c.channel_id) as first_reading
from channels c left join organizations o using (organization_id)
where (:channels::int[] is null and c.active or c.channel_id = any (:channels::int[]))
order by c.channel_id
