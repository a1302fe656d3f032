set local client_min_messages = warning;

-- What was estimated, from what, and what could not be.

create table estimates (
    estimate_id      bigint generated always as identity primary key,
    gap_id           bigint           not null,
    run_id           bigint           not null,
    channel_id       integer          not null references channels,
    gap_start        timestamptz      not null,
    gap_end          timestamptz      not null,
    method           text             not null constraint estimates_method_check check (method in ('linear', 'like-day', 'none')),
    why_none         text,
    slots            integer          not null,
    energy_kwh       double precision,
    known_total_kwh  double precision,
    total_source     text             constraint estimates_total_source_check check (total_source in ('catch-up', 'register', 'action=total', 'coarser')),
    inputs           jsonb            not null,
    estimated_at     timestamptz      not null,
    constraint estimates_half_open check (gap_end > gap_start),
    constraint estimates_none_says_why check ((method = 'none') = (why_none is not null)),
    constraint estimates_total_has_source check ((known_total_kwh is null) = (total_source is null)),
    constraint estimates_once unique (gap_id, run_id)
);
create index idx_estimates_channel on estimates (channel_id, gap_start);
comment on table estimates is 'One row per gap and run that tried to estimate it: how, from what, or why not. The values are in readings (data_quality estimated, same run_id); history of both is kept.';
comment on column estimates.estimate_id is 'Number of the estimate.';
comment on column estimates.gap_id is 'The gap.';
comment on column estimates.run_id is 'The run, of kind estimate; the readings that it wrote name it too.';
comment on column estimates.channel_id is 'The channel.';
comment on column estimates.gap_start is 'Start of the first estimated interval, inclusive.';
comment on column estimates.gap_end is 'End of the last estimated interval, exclusive.';
comment on column estimates.method is 'The method that really ran: linear, like-day, or none (the gap stays missing).';
comment on column estimates.why_none is 'Why nothing was estimated, for people; null where something was.';
comment on column estimates.slots is 'How many readings were written; 0 for none. Less than the gap has where a measurement came at the same moment: it stays.';
comment on column estimates.energy_kwh is 'Sum of the estimated energy_kwh in kWh; null for none. Where a total was known it is that total.';
comment on column estimates.known_total_kwh is 'Energy over the gap in kWh that the source or a kept reading knows; null where nobody does. The estimate adds up to it.';
comment on column estimates.total_source is 'Where the total is from: catch-up (the reading after the gap), register (both sides), action=total, coarser (bins of a coarser resolution); null without one.';
comment on column estimates.inputs is 'What the estimate was made from: neighbours, days, ratio, answers of the source, as JSON. Energy in kWh.';
comment on column estimates.estimated_at is 'When it was made.';

-- Readings that are not to be trusted are few, and v_energy_elsewhere looks for them; measured ones pay nothing for this index.
create index idx_readings_suspect on readings (channel_id, "timestamp") where data_quality = 'suspect';

-- What an estimate may hold: the measurement that replaces it takes its place whole (db/sql/readings-keep.sql).
alter table readings add constraint readings_estimated_is_energy_and_power check (data_quality <> 'estimated' or num_nonnulls(
    voltage_v, current_a, power_factor, reactive_power_kvar, temperature_c, relative_humidity, frequency_hz, thd_voltage, thd_current, signal_strength, apparent_power_kva,
    neutral_current_a, cost, energy_kwh_l1, energy_kwh_l2, energy_kwh_l3, power_kw_l1, power_kw_l2, power_kw_l3, voltage_v_l1, voltage_v_l2, voltage_v_l3,
    current_a_l1, current_a_l2, current_a_l3, power_factor_l1, power_factor_l2, power_factor_l3) = 0) not valid;
