-- The columns that command line and demo read, as the migrations make them.
create table flyway_schema_history (installed_rank int primary key, version text, success boolean not null);
insert into flyway_schema_history values (1, '0', true), (2, '4', true), (3, null, true), (4, '5', false);
create table readings (channel_id int not null, "timestamp" timestamptz not null, energy_kwh double precision, data_quality text not null default 'measured',
  created_at timestamptz default current_timestamp, primary key (channel_id, "timestamp"));
create table reading_history (history_id bigint generated always as identity, channel_id int, "timestamp" timestamptz);
create table runs (run_id bigint generated always as identity primary key, kind text not null, started_at timestamptz not null default current_timestamp, finished_at timestamptz);
create table poll_state (channel_id int primary key, cursor timestamptz, last_attempt_at timestamptz, last_success_at timestamptz, last_reading_at timestamptz,
  consecutive_failures int not null default 0, last_error text, state text not null default 'live');
create table dead_letters (id bigint generated always as identity primary key, received_at timestamptz not null default current_timestamp, stage text not null,
  channel_id int, reading_timestamp timestamptz, rule text not null, reason text not null, failures jsonb, payload jsonb not null, run_id bigint,
  times_seen int not null default 1, last_seen_at timestamptz not null default current_timestamp,
  status text not null default 'open' check (status in ('open', 'replayed', 'discarded')), closed_at timestamptz, closed_by text, close_reason text);
create table ingestion_logs (id serial primary key, channel_id int not null, readings_inserted int not null default 0, readings_rejected int not null default 0,
  status text not null default 'success', run_id bigint);
create table data_gaps (gap_id bigint generated always as identity primary key, channel_id int not null, reason text, missing_slots int, closed_at timestamptz);
create table data_breakers (channel_id int primary key, state text not null);
create table if not exists alerts (alert_id bigint generated always as identity primary key, alert_key text not null, state text not null);
