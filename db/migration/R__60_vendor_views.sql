-- The vendor's alarms and events beside our own.

do 'begin perform set_views_aside(); end';

create view v_alarms_and_events as
select 'wattline' as origin, 'alert' as kind, a.alert_id as id, a.alert_key as name, a.summary as description,
  null::text as condition, a.severity, a.state,
    c.channel_id, coalesce(a.site_id, c.organization_id) as organization_id, a.started_at, a.resolved_at as ended_at
from alerts a left join channels c on c.channel_id::text = substring(a.alert_key from '^channel-([0-9]+)$')
union all
select 'eniscope', 'event', e.event_id, e.event_name, e.description, null, null,
  case when e.ended_at is null then 'open' else 'over' end,
    a.channel_id, a.organization_id, e.started_at, e.ended_at
from vendor_events e left join vendor_alarms a on a.alarm_id = e.resource_id and e.event_type = 'alarm'
union all
select 'eniscope', 'alarm', a.alarm_id, a.alarm_name, a.description,
    (select string_agg(nullif(concat_ws(' ', rule->>'field', rule->>'operator', rule->>'threshold'), ''), ' and ')
     from jsonb_array_elements(case jsonb_typeof(a.rules) when 'array' then a.rules else '[]' end) as r(rule)),
    null, case when a.active then 'watching' else 'gone' end, a.channel_id, a.organization_id, null, a.inactive_since
from vendor_alarms a;
comment on view v_alarms_and_events is
  'Our alerts, the vendor''s events and the vendor''s alarms in one list: who else saw it, and what is watched there.';
comment on column v_alarms_and_events.origin is 'wattline = ours, eniscope = the vendor''s.';
comment on column v_alarms_and_events.kind is
  'alert = something is or was wrong (ours), event = the vendor reported something, alarm = what the vendor watches.';
comment on column v_alarms_and_events.id is
  'alerts.alert_id, vendor_events.event_id or vendor_alarms.alarm_id, by kind.';
comment on column v_alarms_and_events.name is
  'Key of our alert, or the vendor''s name: data, not to be trusted as HTML or log text.';
comment on column v_alarms_and_events.description is 'Text for people.';
comment on column v_alarms_and_events.condition is
  'What an alarm watches for, from its rules, in the vendor''s field codes and units; null for the other kinds and '
  'where the source does not say.';
comment on column v_alarms_and_events.severity is 'Severity of our alert; null for the vendor''s, which has none.';
comment on column v_alarms_and_events.state is
  'Of an alert: alerts.state; of an event: open or over; of an alarm: watching, or gone since the source no longer '
  'lists it.';
comment on column v_alarms_and_events.channel_id is 'Channel concerned; null where it is about something else.';
comment on column v_alarms_and_events.organization_id is 'Site of that alert, channel or alarm; null where unknown.';
comment on column v_alarms_and_events.started_at is 'When it began; null for alarms.';
comment on column v_alarms_and_events.ended_at is 'When it was over, or the alarm was gone; null until then.';

do 'begin perform bring_views_back(); end';
