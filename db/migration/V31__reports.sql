set local client_min_messages = warning;

-- Reports: what was reported of a site and a period, and to whom it was sent.

create table reports (
    report_id    bigint generated always as identity primary key,
    period       text        not null constraint reports_period_check check (period in ('daily', 'weekly', 'monthly')),
    subject      text        not null,
    period_start date        not null,
    period_end   date        not null,
    figures      jsonb       not null,
    figures_hash text        not null,
    made_at      timestamptz not null,
    constraint reports_half_open check (period_end > period_start),
    constraint reports_once unique (period, subject, period_start, figures_hash)
);
comment on table reports is 'Reports of a site and a period. A period whose figures have changed since has another row. Never deleted.';
comment on column reports.report_id is 'Number of the report.';
comment on column reports.period is 'daily, weekly or monthly.';
comment on column reports.subject is 'organization_id of the site.';
comment on column reports.period_start is 'First local day of the period, inclusive.';
comment on column reports.period_end is 'Last local day of the period, exclusive.';
comment on column reports.figures is 'Every figure of the report as JSON, energy in kWh: all formats are made from it.';
comment on column reports.figures_hash is 'SHA-256 of the figures without the times at which they were read, in hex.';
comment on column reports.made_at is 'When it was made.';

create table report_deliveries (
    delivery_id     bigint generated always as identity primary key,
    report_id       bigint      not null references reports,
    channel         text        not null constraint report_deliveries_channel_check check (channel in ('email', 'slack')),
    recipients      text        not null,
    message_id      text        not null constraint report_deliveries_once unique,
    state           text        not null default 'waiting' constraint report_deliveries_state_check check (state in ('waiting', 'sent', 'dead')),
    created_at      timestamptz not null,
    next_attempt_at timestamptz not null,
    attempts        integer     not null default 0,
    last_error      text,
    sent_at         timestamptz
);
create index idx_report_deliveries_waiting on report_deliveries (next_attempt_at) where state = 'waiting';
create index idx_report_deliveries_report on report_deliveries (report_id);
comment on table report_deliveries is 'To whom each report is sent. The row is written with the report, and the attempt before the message is sent: each message is sent at least once, and a repeat has the same id.';
comment on column report_deliveries.delivery_id is 'Number of the delivery.';
comment on column report_deliveries.report_id is 'The report.';
comment on column report_deliveries.channel is 'email or slack.';
comment on column report_deliveries.recipients is 'Addresses of a mail, separated by commas; empty for Slack.';
comment on column report_deliveries.message_id is 'Message-ID of the mail; the same at every attempt.';
comment on column report_deliveries.state is 'waiting, sent, or dead (given up).';
comment on column report_deliveries.created_at is 'When it was written.';
comment on column report_deliveries.next_attempt_at is 'Before this it is not tried again.';
comment on column report_deliveries.attempts is 'How often it was tried.';
comment on column report_deliveries.last_error is 'Why the last attempt failed; null where none did.';
comment on column report_deliveries.sent_at is 'When the other side accepted it; null until then.';
