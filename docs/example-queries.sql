-- Queries that people ask of the tables and views, one for each: "-- name: question", then the query. They are shown in data-dictionary.md, and a test runs each.

-- organizations: Which sites are there, and in which time zone are their days cut?
select organization_id, organization_name, timezone from organizations where active order by organization_name;

-- devices: Whose subscription ends within 90 days?
select device_id, device_name, expires_at from devices where active and expires_at < current_timestamp + interval '90 days' order by expires_at;

-- meters: Which metering points does each device have?
select d.device_name, m.meter_name, m.ct, m.vs from meters m left join devices d using (device_id) where m.active order by 1, 2;

-- channels: Which channels are read, and how long are their readings?
select channel_id, channel_name, channel_type, interval_seconds, installed_at from channels where active order by channel_id;

-- readings: How much energy has each channel used over the last seven days, in kWh?
select channel_id, sum(energy_kwh) as energy_kwh, count(*) filter (where data_quality = 'estimated') as estimated
from readings where "timestamp" >= current_timestamp - interval '7 days' and is_counted(data_quality, quality_method) group by channel_id order by channel_id;

-- readings_set_aside: What was left out when a database was adopted, and why?
select reason, count(*) from readings_set_aside group by reason order by 2 desc;

-- reading_history: Which readings were corrected today, and what were they before?
select channel_id, "timestamp", old->>'energy_kwh' as energy_kwh_before, changed_at from reading_history where changed_at >= current_date order by changed_at desc limit 20;

-- dead_letters: What waits for somebody, and why?
select rule, count(*), min(reading_timestamp), max(reading_timestamp) from dead_letters where status = 'open' group by rule order by 2 desc;

-- ingestion_logs: Which requests failed within the last day?
select channel_id, start_time, end_time, error_message from ingestion_logs where status = 'failed' and created_at > current_timestamp - interval '1 day' order by created_at desc limit 20;

-- runs: What ran last, by which rules?
select run_id, kind, started_at, finished_at, rule_set, version from runs order by run_id desc limit 10;

-- poll_state: Which channels do not come, and why?
select channel_id, state, state_reason, consecutive_failures, last_error, next_poll_at from poll_state where state <> 'live' or last_error is not null order by channel_id;

-- device_type_fields: What can each type of device measure?
select device_type, array_to_string(fields, ' ') as fields from device_type_fields order by device_type;

-- unknown_fields: Which codes come that nobody knows?
select code, count(*) as channels, sum(times_seen) as times_seen, max(last_seen_at) as last_seen_at from unknown_fields group by code order by code;

-- data_gaps: Which gaps are open, and what did the source say of them?
select channel_id, gap_start, gap_end, missing_slots, reason, fillable, last_answer from data_gaps where closed_at is null order by gap_end - gap_start desc limit 20;

-- planned_pauses: When is nothing expected?
select coalesce(channel_id::text, organization_id) as of_whom, pause_start, pause_end, reason from planned_pauses where pause_end is null or pause_end > current_timestamp order by pause_start;

-- alerts: What is wrong now?
select alert_key, severity, summary, started_at from alerts where state <> 'resolved' order by started_at;

-- vendor_alarms: What do people watch for at the vendor?
select alarm_name, channel_id, rules, periods from vendor_alarms where active order by alarm_name;

-- vendor_events: What did the vendor report last?
select event_name, description, started_at, ended_at from vendor_events order by started_at desc nulls last limit 20;

-- vendor_tariffs: Which tariff has each channel?
select c.channel_id, c.channel_name, t.tariff_name from channels c join vendor_tariffs t using (tariff_id) where t.active order by c.channel_id;

-- views_set_aside: Which views could not be made again after a migration?
select view_name, outcome, set_aside_at from views_set_aside where restored_at is null order by id;

-- v_site_channels: Which channels count toward their site?
select site_name, channel_name, displayed_phase from v_site_channels where counts_toward_site order by 1, 2;

-- v_active_sites: Which sites are in use?
select site_id, site_name, timezone, resolution from v_active_sites order by site_name;

-- v_meters: What hangs where?
select site_name, device_name, meter_name, displayed_phase, counts_toward_site from v_meters where active order by 1, 2, 3;

-- v_clean_readings: What is the load of the last day, in kW?
select date_trunc('hour', "timestamp") as hour, channel_id, avg(power_kw) as power_kw from v_clean_readings
where "timestamp" >= current_timestamp - interval '1 day' group by 1, 2 order by 1, 2;

-- v_readings_enriched: How much have the sites used today, every metering point once, in kWh?
select site_name, sum(energy_kwh) as energy_kwh from v_readings_enriched where counts_toward_site and "timestamp" >= current_date group by site_name order by 1;

-- v_latest_readings: What does each channel show now?
select meter_name, site_name, "timestamp", power_kw, voltage_v, current_a, power_factor, data_quality from v_latest_readings order by site_name, meter_name;

-- mv_hourly_usage: When is the peak of the last week, channel by channel?
select distinct on (meter_id) meter_id, hour, peak_kw from mv_hourly_usage where hour >= current_timestamp - interval '7 days' order by meter_id, peak_kw desc nulls last;

-- v_readings_hourly: What is the profile of a working day, in kWh an hour?
select meter_name, extract(hour from hour) as hour_utc, avg(total_kwh) as energy_kwh from v_readings_hourly where extract(isodow from hour) <= 5 group by 1, 2 order by 1, 2;

-- v_readings_daily: Which days lack readings?
select meter_name, reading_date, reading_count, slots_of_day from v_readings_daily where reading_count < slots_of_day order by reading_date desc, meter_name limit 20;

-- v_readings_monthly: How much has each meter used, month by month, in kWh, and how much of it is estimated?
select meter_name, reading_month, total_energy_kwh, estimated_count from v_readings_monthly order by reading_month desc, meter_name;

-- v_site_daily: How much has each site used, day by day, in kWh?
select site_name, reading_date, total_energy_kwh from v_site_daily order by reading_date desc, site_name limit 30;

-- v_site_monthly: How much has each site used, month by month, in kWh?
select site_name, reading_month, total_energy_kwh from v_site_monthly order by reading_month desc, site_name;

-- v_data_health_monitor: Which channels are silent?
select channel_id, channel_name, status, minutes_since_last_reading, state_reason from v_data_health_monitor where status not in ('HEALTHY', 'INACTIVE') order by status, channel_id;

-- v_alarms_and_events: Did the vendor see it too? Our alerts and the vendor's events of the last week, in order.
select started_at, ended_at, origin, name, description, state, channel_id from v_alarms_and_events where started_at > current_timestamp - interval '7 days' order by started_at desc;

-- v_channel_health: Which channels are not well, and why?
select channel_id, channel_name, health_status, hours_since_last, completeness_pct, quarantine_reason, worst_finding from v_channel_health
where health_status in ('warning', 'critical') order by health_status, channel_id;

-- v_data_quality_scorecard: How good were the last seven days, site by site?
select date, site_name, completeness_pct, on_time_pct, missing_readings, estimated_readings, suspect_readings, open_findings from v_data_quality_scorecard
where date > current_date - 7 order by date desc, site_name;

-- v_daily_energy: How much energy was used yesterday, in kWh, and what is it made of?
select site_name, sum(energy_kwh) as energy_kwh, sum(estimated_kwh) as estimated_kwh, sum(missing_readings) as missing_readings from v_daily_energy
where counts_toward_site and date = current_date - 1 group by site_name order by site_name;

-- v_monthly_energy: How much energy was used month by month, in kWh, and how much of it was measured?
select month, site_name, sum(energy_kwh) as energy_kwh, sum(measured_kwh) as measured_kwh from v_monthly_energy where counts_toward_site group by 1, 2 order by 1 desc, 2;

-- v_hourly_energy: What was the load of each hour of yesterday, in kWh?
select hour, sum(energy_kwh) as energy_kwh from v_hourly_energy where counts_toward_site and date = current_date - 1 group by hour order by hour;

-- v_null_rates: Which fields come and go that a channel has?
select channel_id, field, avg(null_rate) as null_rate from v_null_rates where is_measured and date > current_date - 7 group by 1, 2 having avg(null_rate) > 0.05 order by 3 desc;

-- v_rejection_summary: What was rejected in the last week, and why?
select date, channel_name, rule, rejected, open, latest_reason from v_rejection_summary where date > current_date - 7 order by date desc, rejected desc limit 20;

-- v_gap_summary: Where are readings missing, and can they be had?
select channel_name, reason, open_gaps, missing_readings, open_hours, unfillable_gaps from v_gap_summary where open_gaps > 0 order by missing_readings desc;

-- v_ingestion_freshness: Which channels are behind, and why?
select channel_name, hours_behind, consecutive_failures, last_error from v_ingestion_freshness order by hours_behind desc nulls last limit 10;

-- v_ingestion_quality: Which days of which channels lack readings?
select channel_id, date, readings_count, expected_readings, completeness_pct from v_ingestion_quality where readings_count < expected_readings order by date desc, channel_id limit 20;

-- v_lineage: Where do the newest values of a channel come from?
select "timestamp", energy_kwh, data_quality, run_kind, rule_set, request, earlier_versions from v_lineage
where channel_id = (select min(channel_id) from channels) and "timestamp" > current_timestamp - interval '3 hours' order by "timestamp" desc;
