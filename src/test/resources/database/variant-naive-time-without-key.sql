-- Variant: as before, and nothing kept the second reading of such an hour out.
alter table readings drop constraint readings_channel_id_timestamp_key;
insert into readings select id, r.channel_id, "timestamp" at time zone coalesce(o.timezone, 'America/New_York'), energy_kwh, power_kw, voltage_v, current_a, power_factor,
    reactive_power_kvar, temperature_c, relative_humidity, r.created_at
from kept r join channels c using (channel_id) join organizations o using (organization_id) where id not in (select id from readings);
-- An hour that never was: the clock went from 02:00 to 03:00. Where it would have been, channel 101 has readings of its own at 03:15, and none at 03:20.
insert into readings (channel_id, "timestamp", energy_kwh, power_kw) values (101, '2025-03-09 02:15', 7.5, 30), (101, '2025-03-09 02:20', 8.5, 34);
