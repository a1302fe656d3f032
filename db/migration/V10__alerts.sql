set local client_min_messages = warning;

-- The life of alerts, what people are told of it and by which ways, and who wants to hear nothing for a while.

-- What earlier versions opened by other keys is found again by the rules where it is still so.
update alerts set state = 'resolved', resolved_at = current_timestamp where state <> 'resolved';
alter table alerts
    drop constraint alerts_state_check,
    add constraint alerts_state_check check (state in ('pending', 'firing', 'acknowledged', 'resolved')),
    add column rule            text not null default '',
    add column site_id         text,
    add column site_name       text,
    add column fired_at        timestamptz,
    add column told_at         timestamptz,
    add column acknowledged_at timestamptz,
    add column acknowledged_by text,
    add column quiet_reason    text,
    add column members         jsonb not null default '[]',
    add column version         integer not null default 1;
create index idx_alerts_resolved on alerts (resolved_at) where state = 'resolved';
comment on table alerts is 'What is or was wrong, from its first sign to its end: one row per rule and site that it was found at. At most one open row per key. Its history is in alert_events, what people were told in alert_outbox.';
comment on column alerts.alert_key is 'Rule and site, stable over time, such as stale-channel/23271; the rule alone where it is about Wattline itself.';
comment on column alerts.state is 'pending (so, but not yet for as long as the rule says), firing, acknowledged (somebody is at it) or resolved. One that ended while pending was never told.';
comment on column alerts.started_at is 'When its condition began to hold.';
comment on column alerts.rule is 'Name of the rule in config/alerts.yaml; empty for alerts of before there were rules.';
comment on column alerts.site_id is 'organization_id of the site; null where it belongs to none.';
comment on column alerts.site_name is 'Name of the site as it was then.';
comment on column alerts.fired_at is 'Since when it fires; null while it was only pending.';
comment on column alerts.told_at is 'When people were last told of it; null where they never were.';
comment on column alerts.acknowledged_at is 'When somebody said that they are at it; null where nobody is.';
comment on column alerts.acknowledged_by is 'Who is at it.';
comment on column alerts.quiet_reason is 'Why people are not told although it fires: it follows from another alert, or a silence covers it. Null where they are.';
comment on column alerts.members is 'Whom it is about, each with since when, whether it fires, whether people were told and what was found: [{"subject": {..}, "since": .., "firing": .., "clearSince": .., "told": .., "text": ..}].';
comment on column alerts.version is 'Counts changes: of two who change the same alert at once, one starts over.';

create table alert_events (
    event_id bigint generated always as identity primary key,
    alert_id bigint      not null references alerts on delete cascade,
    at       timestamptz not null,
    event    text        not null,
    by_whom  text        not null default 'wattline',
    text     text
);
create index idx_alert_events_alert on alert_events (alert_id, event_id);
comment on table alert_events is 'What has happened to each alert, in order.';
comment on column alert_events.event_id is 'Number of the event.';
comment on column alert_events.alert_id is 'The alert.';
comment on column alert_events.at is 'When.';
comment on column alert_events.event is 'pending, firing, acknowledged, resolved; told-fired, told-grew, told-repeated, told-acknowledged, told-expired, told-resolved; quiet.';
comment on column alert_events.by_whom is 'Who did it; wattline for an evaluation.';
comment on column alert_events.text is 'More for people; null where there is no more to say.';

create table alert_outbox (
    outbox_id       bigint generated always as identity primary key,
    message_id      text        not null constraint alert_outbox_once unique,
    alert_id        bigint      not null references alerts on delete cascade,
    channel         text        not null,
    kind            text        not null,
    message         jsonb       not null,
    state           text        not null default 'waiting' constraint alert_outbox_state_check check (state in ('waiting', 'sent', 'superseded', 'dead')),
    created_at      timestamptz not null,
    next_attempt_at timestamptz not null,
    attempts        integer     not null default 0,
    last_error      text,
    settled_at      timestamptz
);
create index idx_alert_outbox_waiting on alert_outbox (channel, next_attempt_at) where state = 'waiting';
create index idx_alert_outbox_alert on alert_outbox (alert_id);
create index idx_alert_outbox_dead on alert_outbox (settled_at) where state = 'dead';
comment on table alert_outbox is 'Messages to people, one per alert, reason and way, written in the transaction that changes the alert. Each is sent at least once: where the process dies between sending and noting it, it is sent again with the same message_id.';
comment on column alert_outbox.outbox_id is 'Number of the message.';
comment on column alert_outbox.message_id is 'Stable name of the message; it stands in what is sent, too.';
comment on column alert_outbox.alert_id is 'The alert that it is about.';
comment on column alert_outbox.channel is 'The way: name of a channel in config/alerts.yaml.';
comment on column alert_outbox.kind is 'fired, grew, repeated, acknowledged, expired or resolved.';
comment on column alert_outbox.message is 'What people read, before it is put into the form of the way.';
comment on column alert_outbox.state is 'waiting, sent, superseded (not true any more when its turn came) or dead (given up after alerts.give-up).';
comment on column alert_outbox.created_at is 'When the alert changed.';
comment on column alert_outbox.next_attempt_at is 'Not tried before this.';
comment on column alert_outbox.attempts is 'How often it was tried.';
comment on column alert_outbox.last_error is 'Why the last try failed.';
comment on column alert_outbox.settled_at is 'When it was sent, superseded or given up; null while it waits.';

create table alert_silences (
    silence_id bigint generated always as identity primary key,
    rule       text,
    site_id    text,
    channel_id integer,
    starts_at  timestamptz not null,
    ends_at    timestamptz not null,
    reason     text        not null,
    created_by text        not null,
    constraint alert_silences_half_open check (ends_at > starts_at)
);
create index idx_alert_silences_end on alert_silences (ends_at);
comment on table alert_silences is 'Spans, half-open, in which nobody is told of certain alerts; their life goes on. What is null means all.';
comment on column alert_silences.silence_id is 'Number of the silence.';
comment on column alert_silences.rule is 'Name of the rule; null = every rule.';
comment on column alert_silences.site_id is 'organization_id; null = every site.';
comment on column alert_silences.channel_id is 'The channel; null = every channel.';
comment on column alert_silences.starts_at is 'From when on, inclusive.';
comment on column alert_silences.ends_at is 'Until when, exclusive; ending one early sets it.';
comment on column alert_silences.reason is 'Why, for people.';
comment on column alert_silences.created_by is 'Who wants it.';

create table canaries (
    sent_at    timestamptz primary key,
    energy_kwh double precision not null,
    reached_at timestamptz not null
);
comment on table canaries is 'Slots that Wattline makes up, one in every cycle, and sends through normalising, rules and into the database: the newest says when all of that last worked. Those of the last day are kept.';
comment on column canaries.sent_at is 'When it was sent.';
comment on column canaries.energy_kwh is 'The energy that it carried, in kWh: it must arrive as it was sent.';
comment on column canaries.reached_at is 'When the database had it.';
