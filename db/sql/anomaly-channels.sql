-- Channels whose readings can be judged, with what each needs. Parameter: ids of channels, null for all. Those that
-- have parts come last: what has changed in a part is then known.
with parts as materialized (
  select channel_id, string_agg(part_group || ' ' || part_id, ', ' order by part_group, part_id) as parts
  from v_anomaly_parts group by channel_id
)
select c.channel_id, c.channel_name, c.organization_id, c.device_type, c.channel_type, c.interval_seconds,
  c.installed_at, c.uninstalled_at, coalesce(known_time_zone(o.timezone), 'UTC') as time_zone, o.country,
  coalesce(p.parts, '') as parts,
  (select min(r."timestamp") from readings r where r.channel_id = c.channel_id) as first_reading
from channels c left join organizations o using (organization_id) left join parts p using (channel_id)
where (:channels::int[] is null and c.active or c.channel_id = any (:channels::int[]))
order by p.parts is not null, c.channel_id
