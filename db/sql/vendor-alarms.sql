-- Every alarm of the list, as the source has it now. "rows" = the list's rows as one JSON array; ids, counts and epochs
-- are JSON strings there. Rules and periods are asked for apart. An empty list is the source's word that there is none
-- any more.
with source as (
  select distinct on (a->>'alarmId') (a->>'alarmId')::bigint as alarm_id,
    coalesce(nullif(a->>'alarmName', ''), 'alarm ' || (a->>'alarmId')) as alarm_name,
    nullif(a->>'alarmDescription', '') as description,
      case when a->>'channelId' ~ '^\d{1,9}$' then (a->>'channelId')::int end as channel_id,
    case when a->>'deviceId' ~ '^\d{1,9}$' then (a->>'deviceId')::int end as device_id,
      nullif(a->>'organizationId', '') as organization_id,
    nullif(a->>'displayedPhase', '') as displayed_phase,
    case when a->>'reportingInterval' ~ '^\d{1,9}$' then (a->>'reportingInterval')::int end
      as reporting_interval_seconds,
    case when a->>'reminderInterval' ~ '^\d{1,9}$' then (a->>'reminderInterval')::int end as reminder_interval_seconds,
    case when a->>'alarmHoldoffCount' ~ '^\d{1,9}$' then (a->>'alarmHoldoffCount')::int end as holdoff_count,
    nullif(a->>'status', '') as status, a - 'links' - 'emailRecipients' as raw
  from jsonb_array_elements(:#rows::jsonb) as t(a) where a->>'alarmId' ~ '^\d{1,18}$'
), before as (
  select alarm_id, raw, active from vendor_alarms
), kept as (
  insert into vendor_alarms as k (alarm_id, alarm_name, description, channel_id, device_id, organization_id,
    displayed_phase, reporting_interval_seconds,
    reminder_interval_seconds, holdoff_count, status, raw, first_seen_at, last_seen_at)
  select source.*, :#now::timestamptz, :#now::timestamptz from source
  on conflict (alarm_id) do update set
    alarm_name = excluded.alarm_name, description = excluded.description, channel_id = excluded.channel_id,
      device_id = excluded.device_id,
    organization_id = excluded.organization_id, displayed_phase = excluded.displayed_phase,
      reporting_interval_seconds = excluded.reporting_interval_seconds,
    reminder_interval_seconds = excluded.reminder_interval_seconds, holdoff_count = excluded.holdoff_count,
      status = excluded.status, raw = excluded.raw,
    active = true, inactive_since = null, last_seen_at = excluded.last_seen_at
  returning alarm_id, raw
), gone as (
  update vendor_alarms set active = false, inactive_since = :#now::timestamptz
  where active and alarm_id not in (select alarm_id from source)
  returning 1
)
select (select count(*) from source) as listed, (select count(*) from kept
  where alarm_id not in (select alarm_id from before)) as added,
  (select count(*) from kept join before using (alarm_id)
    where kept.raw <> before.raw or not before.active) as changed, (select count(*) from gone) as gone
