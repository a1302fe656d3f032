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
create or replace function is_learned_from(data_quality text, quality_method text) returns boolean
  language sql immutable
return data_quality in ('measured', 'edited') or data_quality = 'suspect' and quality_method like 'anomaly:%';
comment on function is_learned_from(text, text)
  is 'Whether the detectors look at a reading: it is measured or edited, or suspect only because they said so.';

create or replace function queue_changed_anomaly_days() returns trigger language plpgsql
  set search_path from current as $$
begin
    insert into anomaly_queue (channel_id, changed_from)
      select n.channel_id, min(n."timestamp") from changed n
      left join before o on o.channel_id = n.channel_id and o."timestamp" = n."timestamp"
      where row(n.energy_kwh, n.power_kw, n.energy_kwh_l1, n.energy_kwh_l2, n.energy_kwh_l3,
          is_learned_from(n.data_quality, n.quality_method))
        is distinct from row(o.energy_kwh, o.power_kw, o.energy_kwh_l1, o.energy_kwh_l2, o.energy_kwh_l3,
          is_learned_from(o.data_quality, o.quality_method))
      group by n.channel_id;
    return null;
end $$;
comment on function queue_changed_anomaly_days()
  is 'Trigger of readings: the same for readings whose values have changed. A mark of the detectors is no change.';
create or replace trigger reading_anomalies_updated after update on readings referencing old table as before
  new table as changed for each statement execute function queue_changed_anomaly_days();
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

create or replace function mark_anomaly() returns trigger language plpgsql set search_path from current as $$
begin
    if new.marks or old.marks then
        perform mark_readings(new.channel_id, least(new.starts_at, old.starts_at), greatest(new.ends_at, old.ends_at),
          new.changed_at);
    end if;
    return null;
end $$;
comment on function mark_anomaly()
  is 'Trigger of anomalies: marks the readings of a fault beyond doubt as suspect, and takes the marks back.';
create or replace trigger anomaly_marks_readings after insert or update on anomalies
  for each row execute function mark_anomaly();

create or replace view v_anomaly_parts as
with mains as (
  select c.organization_id, min(c.channel_id) as channel_id
  from v_site_channels s join channels c using (channel_id)
  where s.counts_toward_site and c.active and c.channel_type ~* '(grid|main|incom|supply)'
  group by c.organization_id having count(*) = 1
), mapped as (
  select m.virtual_meter_id, min(m.channel_id) filter (where m.weight > 0) as channel_id
  from virtual_meter_map m group by m.virtual_meter_id
  having count(*) filter (where m.weight = 1) = 1 and count(*) filter (where m.weight <> 1) > 0
    and count(*) filter (where m.weight not in (1, -1)) = 0
), parts as (
  select w.channel_id, 'phase channels' as part_group, p.channel_id as part_id
  from channels w join channels p on p.meter_id = w.meter_id and p.displayed_phase in ('1', '2', '3')
  where lower(w.displayed_phase) = 'system'
    and (select count(*) from channels q where q.meter_id = w.meter_id and q.displayed_phase in ('1', '2', '3')) = 3
  union all
  select d.channel_id, 'sub-meters', m.channel_id from mapped d join virtual_meter_map m using (virtual_meter_id)
  where m.weight = -1
  union all
  select w.channel_id, 'sub-meters', p.channel_id
  from mains w join v_site_channels s on s.organization_id = w.organization_id and s.counts_toward_site
    join channels p on p.channel_id = s.channel_id
  where p.channel_id <> w.channel_id and p.channel_type !~* '(solar|pv|generat|batter|export)'
    and w.channel_id not in (select channel_id from mapped)
)
select distinct parts.channel_id, part_group, part_id
from parts join channels w on w.channel_id = parts.channel_id join channels p on p.channel_id = parts.part_id
where w.active and p.active and w.interval_seconds % p.interval_seconds = 0;
comment on view v_anomaly_parts is 'Which channels are parts of which, for detector balance: the three phases of a '
  'metering point; the channels that a virtual meter subtracts from its only added one; else all channels of a site, '
  'without generation, against its only main meter (channel_type grid, main, incomer or supply).';
comment on column v_anomaly_parts.channel_id is 'The whole.';
comment on column v_anomaly_parts.part_group is 'What the parts are: phase channels or sub-meters.';
comment on column v_anomaly_parts.part_id is 'Channel that is a part.';
