set local client_min_messages = warning;

-- The name of an alert to the outside is fixed when the alert begins. It was derived from the start, which PostgreSQL rounds to microseconds.

alter table alerts add column incident text;
update alerts a set incident = coalesce(
  (select message->>'incident' from alert_outbox o where o.alert_id = a.alert_id and message ? 'incident' order by outbox_id limit 1),
  'wattline/' || alert_key || '#' || alert_id);
alter table alerts alter column incident set default gen_random_uuid()::text, alter column incident set not null;
comment on column alerts.incident is 'Names the alert to the outside, such as PagerDuty''s dedup_key. Fixed when the alert begins.';
