set local client_min_messages = warning;

alter table anomalies add column if not exists marks boolean not null default false;
comment on column anomalies.marks is 'Whether its measured readings are marked suspect with quality_method anomaly:<detector>: a fault of the meter beyond doubt.';
comment on table anomalies is 'Events that detectors found in stored readings: one row however many intervals. Never deleted. No value of a reading is changed.';
