-- Channels that have delivered nothing but nulls since they were installed.
do 'begin perform set_views_aside(); end';

create view v_never_delivered as
select c.channel_id, c.channel_name, c.organization_id,
  greatest(c.installed_at, least(c.created_at, c.last_seen_at, p.filled_at)) as waiting_since
from channels c join poll_state p using (channel_id)
where c.active and p.state = 'live' and p.filled_at is not null
  and not exists (select from readings r where r.channel_id = c.channel_id and num_nonnulls(r.energy_kwh, r.power_kw,
    r.voltage_v, r.current_a, r.power_factor, r.temperature_c, r.relative_humidity, r.energy_export_kwh,
    r.frequency_hz) > 0)
  and (p.last_reading_at is null or exists (select from readings r where r.channel_id = c.channel_id));
comment on view v_never_delivered
  is 'Channels in use whose source has answered for all of their history, and in which no reading holds a value: '
  'never-delivered. People are notified once (rule never-delivered); no other alert about missing data counts them.';
comment on column v_never_delivered.waiting_since is 'When it was installed, or became known here.';

do 'begin perform bring_views_back(); end';
