-- What fields a device type offers. Where that has changed, its channels ask for everything again.
with kept as (
  insert into device_type_fields as f (device_type, fields, seen_at)
  values (:#device_type, string_to_array(:#fields, ','), :#now::timestamptz)
  on conflict (device_type) do update set fields = excluded.fields, seen_at = excluded.seen_at
  where f.fields is distinct from excluded.fields
  returning device_type
)
update poll_state p set fields = null, fields_proven = false
from channels c, kept k where c.channel_id = p.channel_id and c.device_type = k.device_type and p.strikes = 0
