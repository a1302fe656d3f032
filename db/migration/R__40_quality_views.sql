-- How good the data are, and energy with what it is made of. These views read channel_day_quality, which is small;
-- v_hourly_energy, v_channel_health and v_lineage look at readings, by their key. Days are those of the site's time
-- zone. Names and columns of the first three are those that people know.

-- The views below and what reads them wait until they are made; the others, which they read, come back at once.
create temporary table waiting_views on commit drop as
with recursive reads as (
    select distinct r.ev_class as reader, d.refobjid as read
    from pg_rewrite r join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid
      and d.refclassid = 'pg_class'::regclass
    where d.refobjid <> r.ev_class
), reaching as (
    select c.oid as reader from pg_class c where c.relnamespace = current_schema()::regnamespace
      and c.relname in ('v_channel_days', 'v_ingestion_quality', 'v_channel_health',
        'v_data_quality_scorecard', 'v_null_rates', 'v_rejection_summary', 'v_gap_summary', 'v_ingestion_freshness',
        'v_daily_energy', 'v_monthly_energy', 'v_hourly_energy', 'v_lineage')
    union
    select reads.reader from reaching join reads on reads.read = reaching.reader
)
select relname as view_name from reaching join pg_class on oid = reader;
do 'begin perform set_views_aside(); end';
update views_set_aside set outcome = 'waiting' where restored_at is null and outcome is null
  and view_name in (select view_name from waiting_views);
do 'begin perform bring_views_back(); end';

-- Shares: measured + estimated + missing = 1 of what is due; suspect is a part of measured.
create view v_channel_days as
select q.channel_id, c.channel_name, c.organization_id, c.site_name, c.time_zone, c.counts_toward_site, c.active,
  q.local_day, q.day_start, q.day_end, q.interval_seconds,
    q.expected, d.due, q.kept, q.estimated, greatest(0, d.due - q.kept - q.estimated) as missing, q.suspect, q.edited,
    q.off_grid, q.rejected,
    q.energy_null, q.power_null, q.voltage_null, q.current_null, q.power_factor_null, q.power_negative, q.power_extreme,
    q.watched, q.on_time,
    q.first_reading_at, q.last_reading_at, q.longest_gap_seconds, rounded_kwh(q.energy_kwh) as energy_kwh,
    rounded_kwh(q.estimated_kwh) as estimated_kwh, rounded_kwh(q.suspect_kwh) as suspect_kwh,
    rounded_kwh(q.catch_up_kwh) as catch_up_kwh, q.average_power_kw, q.peak_power_kw,
    q.kept / nullif(d.due, 0)::double precision as completeness, q.expected_spans, d.due_until, q.settled,
    q.refreshed_at
from channel_day_quality q
join v_site_channels c using (channel_id)
cross join lateral (select case when q.settled then q.expected
    else greatest(q.kept + q.estimated, (
        select coalesce(sum(greatest(0, ceil(extract(epoch from least(upper(span), w.due_until)) / q.interval_seconds)
            - ceil(extract(epoch from lower(span)) / q.interval_seconds))), 0)::integer
            from unnest(q.expected_spans) as span)) end as due, w.due_until
    from (select wattline_now() - make_interval(secs => q.interval_seconds + value) as due_until from quality_settings
      where setting = 'due-after-seconds') w) d;
comment on view v_channel_days is
  'channel_day_quality with channel and site. due: how many readings should be there by now; due_until: slots that '
  'start before it are due; missing: those of due that are neither kept nor estimated; completeness = kept / due (0 '
  'to 1).';

create materialized view v_ingestion_quality as
select channel_id, local_day as date, kept + estimated as readings_count, energy_null as null_energy_count,
  power_null as null_power_count, voltage_null as null_voltage_count,
    current_null as null_current_count, power_factor_null as null_power_factor_count,
    power_negative as negative_power_count, power_extreme as extreme_power_count,
    first_reading_at as first_reading, last_reading_at as last_reading,
    round((kept + estimated) * interval_seconds / 3600.0, 2) as hours_covered,
    due as expected_readings, round(100 * completeness::numeric, 1) as completeness_pct, estimated as estimated_count,
    suspect as suspect_count, rejected as rejected_count,
    channel_name, organization_id
from v_channel_days where local_day >= (wattline_now() at time zone 'UTC')::date - 100;
create unique index idx_v_ingestion_quality on v_ingestion_quality (channel_id, date);
create index idx_v_ingestion_quality_date on v_ingestion_quality (date);
comment on materialized view v_ingestion_quality is
  'Per channel and local day of the last 100 days: readings, nulls per core field, negative and extreme power, first '
  'and last reading, hours covered (readings times their length), expected (due when it was refreshed) and '
  'completeness in %. An estimate is in readings_count and hours_covered, not in completeness_pct. Refreshed by '
  'Wattline; older days are in v_channel_days.';

create view v_channel_health as
select c.channel_id, c.channel_name, coalesce(w.kept, 0)::bigint as readings_last_7d,
  round(100 * w.kept::numeric / nullif(w.due, 0), 1) as completeness_pct, l.last_reading,
    extract(epoch from wattline_now() - l.last_reading) / 3600 as hours_since_last,
    channel_health(channel_state(c.active, c.uninstalled_at, b.state, p.state, wattline_now()), a.intervals_since,
    (select value from quality_settings where setting = 'warning-intervals'),
        (select value from quality_settings where setting = 'critical-intervals')) as health_status,
    c.organization_id, s.site_name, c.interval_seconds, a.intervals_since, p.state as poll_state,
    coalesce(b.state = 'open', false) as in_quarantine,
    case when b.state = 'open' then b.reason end as quarantine_reason, case when b.state = 'open'
      then b.opened_at end as quarantine_since, f.open_findings, f.worst_finding
from channels c
join v_site_channels s using (channel_id)
left join poll_state p using (channel_id)
left join data_breakers b using (channel_id)
left join lateral (select "timestamp" as last_reading from readings r where r.channel_id = c.channel_id
  order by "timestamp" desc limit 1) l on true
left join (select d.channel_id, sum(d.kept) as kept, sum(d.due) as due from v_channel_days d
    where is_within_last_days(d.local_day, d.time_zone, 7, wattline_now()) group by d.channel_id) w
      on w.channel_id = c.channel_id
cross join lateral (select extract(epoch from wattline_now() - l.last_reading)
  / c.interval_seconds as intervals_since) a
left join lateral (select count(*) as open_findings,
  (array_agg(severity order by array_position(array['critical', 'warning', 'info'], severity)))[1] as worst_finding
    from quality_findings where channel_id = c.channel_id
      and finding_counts(closed_at, accepted_until, wattline_now())) f on true;
comment on view v_channel_health is
  'How each channel is: completeness of the last 7 local days (today so far) in %, hours since the start of the last '
  'reading (whole, days included), and healthy, warning or critical by thresholds in intervals of the channel '
  '(config/quality.yaml, health), critical in quarantine, inactive where nothing is expected.';

create view v_data_quality_scorecard as
select d.local_day as date, d.organization_id, d.site_name, sum(d.kept + d.estimated)::bigint as total_readings,
  sum(d.kept - d.energy_null)::bigint as valid_energy,
    sum(d.kept - d.power_null)::bigint as valid_power, count(*) filter (where d.kept > 0) as active_channels,
    sum(d.energy_kwh) / nullif(sum(d.kept + d.estimated - d.energy_null), 0) as avg_energy_kwh,
    sum(d.average_power_kw * (d.kept - d.power_null))
    / nullif(sum(d.kept - d.power_null) filter (where d.average_power_kw is not null), 0) as avg_power_kw,
    count(*) filter (where d.due > 0) as expected_channels, sum(d.due)::bigint as expected_readings,
    round(100 * sum(d.kept)::numeric / nullif(sum(d.due), 0), 1) as completeness_pct,
    sum(d.missing)::bigint as missing_readings, sum(d.estimated)::bigint as estimated_readings,
    sum(d.suspect)::bigint as suspect_readings, sum(d.rejected)::bigint as rejected_readings,
    sum(d.power_extreme)::bigint as extreme_power_count, sum(d.power_negative)::bigint as negative_power_count,
    round(100 * sum(d.on_time)::numeric / nullif(sum(d.watched), 0), 1) as on_time_pct,
    max(case when d.longest_gap_seconds > 0 then whole_gap_seconds(d.channel_id, d.day_start, d.day_end) else 0 end)
      / 3600.0 as longest_gap_hours,
    (select count(*) from quality_findings f join channels c using (channel_id)
      where finding_counts(f.closed_at, f.accepted_until, wattline_now())
      and c.organization_id is not distinct from d.organization_id
        and f.finding_start < min(d.day_end) and f.finding_end > min(d.day_start)) as open_findings
from v_channel_days d group by d.local_day, d.organization_id, d.site_name;
comment on view v_data_quality_scorecard is
  'Per local day and organization: readings, valid energy and power, channels that reported and that should, '
  'completeness and punctuality in %, what is missing, estimated, suspect or rejected, the longest gap in h, open '
  'findings. Ask for a span of days.';

create view v_null_rates as
with has as materialized (
    select channel_id, bool_or(energy_null < kept) as energy, bool_or(power_null < kept) as power,
      bool_or(voltage_null < kept) as voltage, bool_or(current_null < kept) as current,
        bool_or(power_factor_null < kept) as power_factor
    from channel_day_quality where local_day >= (wattline_now() at time zone 'UTC')::date - 100 group by channel_id
)
select d.channel_id, c.channel_name, c.organization_id, c.site_name, d.local_day as date, n.field, d.kept as readings,
  n.nulls, n.nulls / nullif(d.kept, 0)::double precision as null_rate,
    coalesce(n.is_measured, false) as is_measured
from channel_day_quality d
join v_site_channels c using (channel_id)
left join has h using (channel_id)
cross join lateral (values ('energy_kwh', d.energy_null, h.energy), ('power_kw', d.power_null, h.power),
  ('voltage_v', d.voltage_null, h.voltage),
    ('current_a', d.current_null, h.current), ('power_factor', d.power_factor_null, h.power_factor)) n(field, nulls,
      is_measured);
comment on view v_null_rates is
  'Per channel, local day and core field: kept readings, those of them in which the field is null, and their share (0'
  ' to 1). is_measured: the channel has had the field within the last 100 days; a field that it never has is no '
  'fault.';

create view v_rejection_summary as
select d.channel_id, c.channel_name, c.organization_id, c.site_name,
  (coalesce(d.reading_timestamp, d.received_at) at time zone coalesce(c.time_zone, 'UTC'))::date as date, d.rule,
    count(*) as rejected, count(*) filter (where d.status = 'open') as open, count(*)
    filter (where d.status = 'replayed') as replayed,
    count(*) filter (where d.status = 'discarded') as discarded, sum(d.times_seen) as times_seen,
    min(d.received_at) as first_received_at, max(d.last_seen_at) as last_seen_at,
    (array_agg(d.reason order by d.last_seen_at desc))[1] as latest_reason,
    count(*) filter (where d.status = 'open' and d.partial) as partial
from dead_letters d left join v_site_channels c using (channel_id)
group by d.channel_id, c.channel_name, c.organization_id, c.site_name, 5, d.rule;
comment on view v_rejection_summary is
  'Dead letters per channel, local day of the reading (of its arrival where it has no readable time) and rule, by '
  'what became of them; times_seen counts how often they arrived. partial: those of open whose reading is kept without '
  'one value.';

create view v_gap_summary as
select g.channel_id, c.channel_name, c.organization_id, c.site_name, g.reason, count(*)
  filter (where g.closed_at is null) as open_gaps,
    coalesce(sum(g.missing_slots) filter (where g.closed_at is null), 0) as missing_readings,
    coalesce(sum(extract(epoch from g.gap_end - g.gap_start)) filter (where g.closed_at is null), 0)
    / 3600 as open_hours,
    min(g.gap_start) filter (where g.closed_at is null) as oldest_open_gap, count(*)
    filter (where g.closed_at is null and g.fillable is false) as unfillable_gaps,
    count(*) filter (where g.filled_at is not null) as filled_gaps, max(g.filled_at) as last_filled_at
from data_gaps g join v_site_channels c using (channel_id)
group by g.channel_id, c.channel_name, c.organization_id, c.site_name, g.reason;
comment on view v_gap_summary is
  'Gaps per channel and reason: how many are open, how many readings and hours they miss, the oldest, those that '
  'cannot be filled, and those that have been.';

create view v_ingestion_freshness as
select c.channel_id, c.channel_name, c.organization_id, s.site_name, p.state as poll_state, p.cursor as taken_until,
  p.last_reading_at, p.last_attempt_at, p.last_success_at,
    p.next_poll_at, extract(epoch from wattline_now() - p.cursor) / 3600 as hours_behind,
    extract(epoch from wattline_now() - p.last_success_at) / 3600 as hours_since_success,
    p.consecutive_failures, p.last_error
from channels c join v_site_channels s using (channel_id) left join poll_state p using (channel_id)
where c.active;
comment on view v_ingestion_freshness is
  'How far ingestion of each active channel has come: until when everything has been taken, when it was last tried '
  'and last worked, how many hours it is behind, and why.';

-- Energy --------------------------------------------------------------------------------------------------------------
create view v_daily_energy as
select channel_id, channel_name, organization_id, site_name, counts_toward_site, local_day as date, energy_kwh,
  rounded_kwh(energy_kwh - estimated_kwh) as measured_kwh, estimated_kwh, suspect_kwh,
    catch_up_kwh, peak_power_kw, due as expected_readings, kept as measured_readings, estimated as estimated_readings,
    missing as missing_readings,
    kept / nullif(kept + estimated + missing, 0)::double precision as measured_share,
    estimated / nullif(kept + estimated + missing, 0)::double precision as estimated_share,
    missing / nullif(kept + estimated + missing, 0)::double precision as missing_share,
    suspect / nullif(kept + estimated + missing, 0)::double precision as suspect_share
from v_channel_days;
comment on view v_daily_energy is
  'Energy per channel and local day in kWh, and what it is made of: measured_share + estimated_share + missing_share '
  '= 1 of the readings that are due, suspect_share is a part of measured_share. Catch-up energy counts on the day on '
  'which it came.';

create view v_monthly_energy as
select channel_id, channel_name, organization_id, site_name, counts_toward_site,
  date - (extract(day from date)::integer - 1) as month, rounded_kwh(sum(energy_kwh)) as energy_kwh,
  rounded_kwh(sum(measured_kwh)) as measured_kwh,
    rounded_kwh(sum(estimated_kwh)) as estimated_kwh, rounded_kwh(sum(suspect_kwh)) as suspect_kwh,
    rounded_kwh(sum(catch_up_kwh)) as catch_up_kwh, max(peak_power_kw) as peak_power_kw,
    sum(expected_readings)::bigint as expected_readings, sum(measured_readings)::bigint as measured_readings,
    sum(estimated_readings)::bigint as estimated_readings,
    sum(missing_readings)::bigint as missing_readings,
    sum(measured_readings) / nullif(sum(measured_readings + estimated_readings + missing_readings),
    0)::double precision as measured_share,
    sum(estimated_readings) / nullif(sum(measured_readings + estimated_readings + missing_readings),
    0)::double precision as estimated_share,
    sum(missing_readings) / nullif(sum(measured_readings + estimated_readings + missing_readings),
    0)::double precision as missing_share,
    sum(suspect_share * (measured_readings + estimated_readings + missing_readings))
    / nullif(sum(measured_readings + estimated_readings + missing_readings), 0) as suspect_share
from v_daily_energy group by channel_id, channel_name, organization_id, site_name, counts_toward_site,
  date - (extract(day from date)::integer - 1);
comment on view v_monthly_energy is
  'Energy per channel and month of its site''s time zone in kWh, with shares as in v_daily_energy.';

create view v_hourly_energy as
select d.channel_id, d.channel_name, d.organization_id, d.site_name, d.counts_toward_site, d.local_day as date, h.hour,
  rounded_kwh(e.energy_kwh) as energy_kwh, rounded_kwh(e.energy_kwh - e.estimated_kwh) as measured_kwh,
    coalesce(rounded_kwh(e.estimated_kwh), 0) as estimated_kwh, coalesce(rounded_kwh(e.suspect_kwh), 0) as suspect_kwh,
    coalesce(rounded_kwh(e.catch_up_kwh), 0) as catch_up_kwh, e.peak_power_kw,
    h.due as expected_readings, s.kept as measured_readings, s.estimated as estimated_readings,
    s.slots - s.kept - s.estimated as missing_readings,
    s.kept / nullif(s.slots, 0)::double precision as measured_share,
    s.estimated / nullif(s.slots, 0)::double precision as estimated_share,
    (s.slots - s.kept - s.estimated) / nullif(s.slots, 0)::double precision as missing_share,
      coalesce(e.suspect, 0) / nullif(s.slots, 0)::double precision as suspect_share
from v_channel_days d
cross join lateral (
    select nth, hour, (
        select coalesce(sum(greatest(0,
          ceil(extract(epoch from least(upper(span), hour + interval '1 hour', case when not d.settled
          then d.due_until end)) / d.interval_seconds)
            - ceil(extract(epoch from greatest(lower(span), hour)) / d.interval_seconds))), 0)::integer
            from unnest(d.expected_spans) as span) as due
    from generate_series(d.day_start, d.day_end - interval '1 second', interval '1 hour') with ordinality as hours(hour,
      nth)
) h
left join lateral (
    select floor(extract(epoch from r."timestamp" - d.day_start) / 3600) + 1 as nth, count(*)
      filter (where r.data_quality <> 'estimated') as kept,
        count(*) filter (where r.data_quality = 'estimated') as estimated, count(*)
        filter (where r.data_quality = 'suspect') as suspect,
        sum(own.kwh) filter (where not own.holds_more) as energy_kwh,
        coalesce(sum(r.energy_kwh) filter (where r.data_quality = 'estimated'), 0) as estimated_kwh,
        sum(own.kwh) filter (where r.data_quality = 'suspect' and not own.holds_more) as suspect_kwh,
        sum(own.kwh) filter (where own.holds_more) as catch_up_kwh, max(r.power_kw) as peak_power_kw
    from readings r
    left join lateral (select x.elsewhere_kwh, x.is_complete from v_energy_elsewhere x
        where r.data_quality = 'suspect' and x.channel_id = d.channel_id and x."timestamp" = r."timestamp"
            and x."timestamp" >= d.day_start and x."timestamp" < d.day_end) x on true
    cross join lateral (select r.energy_kwh - coalesce(x.elsewhere_kwh, 0) as kwh, is_catch_up(r.quality_method)
      and x.is_complete is not true as holds_more) own
    where r.channel_id = d.channel_id and r."timestamp" >= d.day_start and r."timestamp" < d.day_end
      and is_counted(r.data_quality, r.quality_method)
        and extract(epoch from r."timestamp") % d.interval_seconds = 0
    group by 1
) e on e.nth = h.nth
cross join lateral (select coalesce(e.kept, 0) as kept, coalesce(e.estimated, 0) as estimated,
  greatest(h.due, coalesce(e.kept, 0) + coalesce(e.estimated, 0)) as slots) s;
comment on view v_hourly_energy is
  'Energy per channel and hour of its local day (hour = its start) in kWh, with shares as in v_daily_energy. '
  'energy_kwh leaves out catch-up energy, which belongs to no single hour. Ask for a channel or a site and a few days'
  ' by column date: it is computed from readings.';

create view v_lineage as
select r.channel_id, r."timestamp", r.energy_kwh, r.power_kw, r.data_quality, r.quality_method, r.run_id,
  u.kind as run_kind, u.started_at as run_started_at,
    coalesce(u.rule_set, 'from before Wattline') as rule_set, u.configuration_hash, u.version, l.id as ingestion_log_id,
    l.start_time as request_start, l.end_time as request_end,
    l.request, r.created_at, r.updated_at,
    (select count(*) from reading_history h where h.channel_id = r.channel_id
    and h."timestamp" = r."timestamp") as earlier_versions,
    (select array_agg(f.rule || ': ' || f.reason
      || coalesce(' (accepted by ' || f.accepted_by || ': ' || f.accepted_reason || ')', '') order by f.finding_id)
      from quality_findings f where f.channel_id = r.channel_id and f.closed_at is null
        and f.finding_start <= r."timestamp" and f.finding_end > r."timestamp") as findings
from readings r
left join runs u on u.run_id = r.run_id
left join lateral (select id, start_time, end_time, request from ingestion_logs l
  where l.run_id = r.run_id and l.channel_id = r.channel_id
    and l.start_time <= r."timestamp" and l.end_time > r."timestamp" order by l.start_time desc limit 1) l on true;
comment on view v_lineage is
  'Where a value comes from: reading -> run -> request to the source -> rule set and configuration, how often it was '
  'changed (reading_history), and what the checks say of it. Ask for a channel and a time.';

-- What computed columns are; a column that shows another one unchanged has that one's comment in the data dictionary.
comment on column v_channel_days.energy_kwh is
  'Energy of the day in kWh, estimates and catch-up included; null where there is none.';
comment on column v_channel_days.estimated_kwh is 'How much of energy_kwh is estimated, in kWh.';
comment on column v_channel_days.suspect_kwh is 'How much of energy_kwh is suspect, catch-up included, in kWh.';
comment on column v_channel_days.catch_up_kwh is 'How much of energy_kwh is that of a gap before it, in kWh.';
comment on column v_channel_days.due is
  'How many readings should be there by now: those expected of the day whose time has come.';
comment on column v_channel_days.due_until is
  'Slots that start before this are due by now, on a day that is not settled.';
comment on column v_channel_days.missing is 'How many of those due are neither kept nor estimated.';
comment on column v_channel_days.completeness is 'Share kept of those due, 0 to 1; null where none is due.';
comment on column v_ingestion_quality.readings_count is 'Readings of the day, estimates included.';
comment on column v_ingestion_quality.hours_covered is 'Readings times their length, in h; estimates included.';
comment on column v_ingestion_quality.expected_readings is 'Readings that were due when the view was refreshed.';
comment on column v_ingestion_quality.completeness_pct is
  'Readings kept of those due, in %; an estimate is not kept. Null where none is due.';
comment on column v_channel_health.readings_last_7d is 'Readings kept of the last 7 local days, today so far included.';
comment on column v_channel_health.completeness_pct is
  'Readings kept of those due in the last 7 local days, in %; null where none is due.';
comment on column v_channel_health.hours_since_last is
  'Hours since the start of the newest reading; null where there is none.';
comment on column v_channel_health.health_status is 'healthy, warning, critical or inactive.';
comment on column v_channel_health.intervals_since is 'The same in intervals of the channel; null where there is none.';
comment on column v_channel_health.in_quarantine is 'Whether its data are kept apart: data_breakers says it is open.';
comment on column v_channel_health.quarantine_reason is 'Why; null where it is not in quarantine.';
comment on column v_channel_health.quarantine_since is 'Since when; null where it is not in quarantine.';
comment on column v_channel_health.open_findings is
  'Findings of the checks over stored readings that are open and that nobody has accepted.';
comment on column v_channel_health.worst_finding is 'The worst severity of those; null where there is none.';
comment on column v_data_quality_scorecard.total_readings is 'Readings of the day, estimates included.';
comment on column v_data_quality_scorecard.valid_energy is 'Readings kept that have an energy.';
comment on column v_data_quality_scorecard.valid_power is 'Readings kept that have a power.';
comment on column v_data_quality_scorecard.active_channels is 'Channels with a reading kept.';
comment on column v_data_quality_scorecard.avg_energy_kwh is
  'Mean energy of a reading in kWh; null where there is none.';
comment on column v_data_quality_scorecard.avg_power_kw is
  'Mean active power of the readings kept in kW; positive = consumption. Null where there is none.';
comment on column v_data_quality_scorecard.expected_channels is 'Channels of which a reading is due.';
comment on column v_data_quality_scorecard.expected_readings is 'Readings that are due by now.';
comment on column v_data_quality_scorecard.completeness_pct is
  'Readings kept of those due, in %; null where none is due.';
comment on column v_data_quality_scorecard.missing_readings is 'Readings due that are neither kept nor estimated.';
comment on column v_data_quality_scorecard.estimated_readings is 'Readings that are estimates.';
comment on column v_data_quality_scorecard.suspect_readings is 'Readings kept that are suspect.';
comment on column v_data_quality_scorecard.rejected_readings is 'Open dead letters of the day.';
comment on column v_data_quality_scorecard.extreme_power_count is
  'Readings kept whose power is extreme (config/quality.yaml, power-extreme-kw).';
comment on column v_data_quality_scorecard.negative_power_count is 'Readings kept whose power is negative.';
comment on column v_data_quality_scorecard.on_time_pct is
  'Readings kept in time of those that could have been, in %; null where none could.';
comment on column v_data_quality_scorecard.longest_gap_hours is
  'The longest time of a channel without a reading that reaches into the day, in h.';
comment on column v_data_quality_scorecard.open_findings is
  'Findings of the checks over stored readings that are open, that nobody has accepted, and that touch the day.';
comment on column v_null_rates.field is
  'Column of readings: energy_kwh, power_kw, voltage_v, current_a or power_factor.';
comment on column v_null_rates.nulls is 'Readings kept in which it is null.';
comment on column v_null_rates.null_rate is 'Their share, 0 to 1; null where no reading is kept.';
comment on column v_null_rates.is_measured is 'Whether the channel has had the field within the last 100 days.';
comment on column v_rejection_summary.date is
  'Local day of the reading, or of its arrival where it has no readable time.';
comment on column v_rejection_summary.rejected is 'Dead letters.';
comment on column v_rejection_summary.partial is 'Those of a single value, of which the rest of the reading is kept.';
comment on column v_rejection_summary.open is 'Those that wait for somebody.';
comment on column v_rejection_summary.replayed is 'Those that were sent through again.';
comment on column v_rejection_summary.discarded is 'Those that somebody discarded.';
comment on column v_rejection_summary.times_seen is 'How often they arrived.';
comment on column v_rejection_summary.first_received_at is 'When the first of them arrived.';
comment on column v_rejection_summary.last_seen_at is 'When one of them last arrived.';
comment on column v_rejection_summary.latest_reason is 'What was said of the latest.';
comment on column v_gap_summary.open_gaps is 'Gaps that are open.';
comment on column v_gap_summary.missing_readings is 'Readings that the open ones miss.';
comment on column v_gap_summary.open_hours is 'Length of the open ones together, in h.';
comment on column v_gap_summary.oldest_open_gap is 'Start of the oldest open one; null where none is open.';
comment on column v_gap_summary.unfillable_gaps is 'Open ones for which the source is not asked any more.';
comment on column v_gap_summary.filled_gaps is 'Gaps that were filled.';
comment on column v_gap_summary.last_filled_at is 'When the last of them was filled; null where none was.';
comment on column v_ingestion_freshness.hours_behind is
  'Hours since the instant until which everything has been taken; null before the first poll.';
comment on column v_ingestion_freshness.hours_since_success is 'Hours since a poll last worked; null before the first.';
comment on column v_hourly_energy.energy_kwh is
  'Energy used within the hour in kWh, without catch-up energy; negative only where export is allowed. Null where '
  'there is no reading.';
comment on column v_hourly_energy.measured_kwh is 'Part of energy_kwh that was measured, suspect or not, in kWh.';
comment on column v_hourly_energy.estimated_kwh is 'Part of energy_kwh that is estimated, in kWh.';
comment on column v_hourly_energy.suspect_kwh is 'Part of measured_kwh that is suspect, in kWh.';
comment on column v_hourly_energy.catch_up_kwh is 'Energy in kWh that arrived in this hour for a gap before it.';
comment on column v_hourly_energy.peak_power_kw is
  'Highest mean active power of a reading in kW; positive = consumption. Null where there is no reading.';
comment on column v_hourly_energy.expected_readings is 'Readings that are due by now.';
comment on column v_hourly_energy.measured_readings is 'Readings kept.';
comment on column v_hourly_energy.estimated_readings is 'Readings that are estimates.';
comment on column v_hourly_energy.missing_readings is 'Readings due that are neither kept nor estimated.';
comment on column v_monthly_energy.energy_kwh is
  'Energy used within the month in kWh, catch-up energy included; negative only where export is allowed. Null where '
  'there is no reading.';
comment on column v_monthly_energy.measured_kwh is 'Part of energy_kwh that was measured, suspect or not, in kWh.';
comment on column v_monthly_energy.estimated_kwh is 'Part of energy_kwh that is estimated, in kWh.';
comment on column v_monthly_energy.suspect_kwh is 'Part of measured_kwh that is suspect, in kWh.';
comment on column v_monthly_energy.catch_up_kwh is 'Energy in kWh that arrived in this month for a gap before it.';
comment on column v_monthly_energy.peak_power_kw is
  'Highest mean active power of a reading in kW; positive = consumption. Null where there is no reading.';
comment on column v_monthly_energy.expected_readings is 'Readings that are due by now.';
comment on column v_monthly_energy.measured_readings is 'Readings kept.';
comment on column v_monthly_energy.estimated_readings is 'Readings that are estimates.';
comment on column v_monthly_energy.missing_readings is 'Readings due that are neither kept nor estimated.';
comment on column v_hourly_energy.hour is
  'Start of the hour, an instant (UTC); half-open: up to the next hour, or to the end of the local day.';
comment on column v_monthly_energy.month is 'First day of the month of the site''s time zone.';
comment on column v_daily_energy.energy_kwh is
  'Energy of the day in kWh, estimates and catch-up included; null where there is none.';
comment on column v_daily_energy.estimated_kwh is 'Part of energy_kwh that is estimated, in kWh.';
comment on column v_daily_energy.suspect_kwh is 'Part of energy_kwh that is suspect, catch-up included, in kWh.';
comment on column v_daily_energy.catch_up_kwh is 'Part of energy_kwh that is that of a gap before it, in kWh.';
comment on column v_daily_energy.measured_kwh is 'Part of energy_kwh that was measured, suspect or not, in kWh.';
comment on column v_daily_energy.expected_readings is 'Readings that are due by now.';
comment on column v_daily_energy.missing_readings is 'Readings due that are neither kept nor estimated.';
comment on column v_hourly_energy.measured_share is
  'Readings kept of all slots that are due or filled, 0 to 1; null where there is none.';
comment on column v_hourly_energy.estimated_share is 'Estimates of all those slots, 0 to 1; null where there is none.';
comment on column v_hourly_energy.missing_share is 'Empty ones of all those slots, 0 to 1; null where there is none.';
comment on column v_hourly_energy.suspect_share is
  'Suspect readings of all those slots, 0 to 1, a part of measured_share; null where there is none.';
comment on column v_daily_energy.measured_share is
  'Readings kept of all slots that are due or filled, 0 to 1; null where there is none.';
comment on column v_daily_energy.estimated_share is 'Estimates of all those slots, 0 to 1; null where there is none.';
comment on column v_daily_energy.missing_share is 'Empty ones of all those slots, 0 to 1; null where there is none.';
comment on column v_daily_energy.suspect_share is
  'Suspect readings of all those slots, 0 to 1, a part of measured_share; null where there is none.';
comment on column v_monthly_energy.measured_share is
  'Readings kept of all slots that are due or filled, 0 to 1; null where there is none.';
comment on column v_monthly_energy.estimated_share is 'Estimates of all those slots, 0 to 1; null where there is none.';
comment on column v_monthly_energy.missing_share is 'Empty ones of all those slots, 0 to 1; null where there is none.';
comment on column v_monthly_energy.suspect_share is
  'Suspect readings of all those slots, 0 to 1, a part of measured_share; null where there is none.';
comment on column v_lineage.rule_set is
  'Version of the rules by which it was judged, or that it is from before Wattline.';
comment on column v_lineage.earlier_versions is 'How many values it had before (reading_history).';
comment on column v_lineage.findings is
  'What the checks over stored readings say of it, one text each; null where they say nothing.';

update views_set_aside set outcome = null where outcome = 'waiting';
do 'begin perform bring_views_back(); end';
