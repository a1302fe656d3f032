-- Where anomalies are looked for again, and what became of them.

create or replace function queue_anomaly_days() returns trigger language plpgsql set search_path from current as $$
begin
    insert into anomaly_queue (channel_id, changed_from)
      select channel_id, min("timestamp") from changed group by channel_id;
    return null;
end $$;
comment on function queue_anomaly_days()
  is 'Trigger of readings: records from when on the readings of a channel have changed, for the detectors.';
create or replace trigger reading_anomalies_inserted after insert on readings referencing new table
  as changed for each statement execute function queue_anomaly_days();
create or replace trigger reading_anomalies_updated after update on readings referencing new table
  as changed for each statement execute function queue_anomaly_days();
create or replace trigger reading_anomalies_deleted after delete on readings referencing old table
  as changed for each statement execute function queue_anomaly_days();

create or replace view v_anomalies as
select a.anomaly_id, a.channel_id, c.channel_name, c.organization_id as site_id, c.site_name,
  c.time_zone as timezone, a.detector, a.starts_at, a.ends_at, a.first_seen_day, a.last_seen_day, a.score,
  a.expected_kwh, a.observed_kwh, a.difference_kwh, a.cause, a.sentence, a.state, a.verdict, a.verdict_by,
  a.verdict_at, a.verdict_reason, a.found_at, a.changed_at,
  a.state = 'open' and a.verdict is distinct from 'normal' as counts
from anomalies a join v_site_channels c using (channel_id)
where a.state in ('open', 'over');
comment on view v_anomalies is 'Anomalies that are open or over, without those that are part of a greater one or not '
  'found any more.';
comment on column v_anomalies.counts is 'Whether it is open and nobody has said that it is normal.';

create or replace view v_anomaly_channels as
select c.channel_id, c.channel_name, k.through_day, coalesce(k.measured_days, 0) as measured_days,
  coalesce(k.judged_days, 0) as judged_days,
  case when coalesce(k.judged_days, 0) = 0 then 'not judged' else 'judged' end as status
from channels c left join lateral (
  select through_day, measured_days, judged_days from anomaly_checkpoints k where k.channel_id = c.channel_id
  order by through_day desc limit 1
) k on true
where c.active;
comment on view v_anomaly_channels is 'Until which day each active channel has been judged. A channel with less than '
  'four weeks of readings is not judged, which is not the same as normal.';
comment on column v_anomaly_channels.measured_days is 'Days with measured readings that the detectors have seen.';
comment on column v_anomaly_channels.judged_days is 'Days that the detectors have judged.';
comment on column v_anomaly_channels.status is 'not judged while judged_days is 0, else judged.';

create or replace function checkpoint_is_kept(through_day date, newest date) returns boolean language sql immutable
return newest - through_day <= 3
  or newest - through_day <= 35 and (through_day - date '1970-01-01') % 7 = 0
  or newest - through_day <= 400 and (through_day - date '1970-01-01') % 56 = 0
  or (through_day - date '1970-01-01') % 364 = 0;
comment on function checkpoint_is_kept(date, date)
  is 'Which checkpoints of the detectors are kept: the last days, then one a week, one in eight weeks, one a year.';
