-- Variant: the local time of the site, without a zone. Of an hour that the clock showed twice the first reading was kept, because the key was taken already.
drop view v_mill, v_readings_hourly;
drop materialized view mv_hourly_usage, mv_peak;
drop view v_clean_readings;
drop index idx_readings_unique, idx_readings_channel_timestamp;
create table kept as select * from readings;
truncate readings;
alter table readings alter column "timestamp" type timestamp without time zone;
alter table readings add constraint readings_channel_id_timestamp_key unique (channel_id, "timestamp");
insert into readings select id, r.channel_id, "timestamp" at time zone coalesce(o.timezone, 'America/New_York'), energy_kwh, power_kw, voltage_v, current_a, power_factor,
    reactive_power_kvar, temperature_c, relative_humidity, r.created_at
from kept r join channels c using (channel_id) join organizations o using (organization_id) order by id
on conflict do nothing;
