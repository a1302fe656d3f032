set local client_min_messages = warning;

-- Reminders slow down, and after the first day of a cause people get one message a day at most.

alter table alerts add column notices jsonb;
comment on column alerts.notices is 'What people were sent about the cause: {"since": first notice, "last": newest message, "reminders": how many}. An alert that begins again within a day goes on with the notices of the one before. Null for alerts of earlier versions.';
comment on column alert_outbox.kind is 'fired, grew, repeated, digest, acknowledged, expired or resolved.';
comment on column alert_events.event is 'pending, firing, acknowledged, resolved; told-fired, told-grew, told-repeated, told-digest, told-acknowledged, told-expired, told-resolved; quiet.';
