-- Says of an anomaly that it is normal or a fault, or takes that back (null). Normal raises the cut-off of its detector
-- on its channel from the next judged day on, and accepts a level. What an earlier verdict has raised is withdrawn,
-- and the days since are judged again.
with target as (
  update anomalies set verdict = :verdict, verdict_by = case when :verdict::text is null then null else :who end,
    verdict_at = case when :verdict::text is null then null else :now::timestamptz end,
    verdict_reason = case when :verdict::text is null then null else :reason end, changed_at = :now::timestamptz
  where anomaly_id = :anomaly and (:verdict::text is not null or verdict is not null)
  returning anomaly_id, channel_id, detector, starts_at
), withdrawn as (
  update detector_adjustments d set withdrawn_at = :now::timestamptz, withdrawn_by = :who
  from target t where d.anomaly_id = t.anomaly_id and d.withdrawn_at is null returning d.channel_id, d.from_day
), undone as (
  delete from anomaly_checkpoints k using withdrawn w where k.channel_id = w.channel_id and k.through_day >= w.from_day
), raised as (
  insert into detector_adjustments (channel_id, detector, from_day, factor, accepted_level, source, anomaly_id, reason,
    made_by, made_at)
  select t.channel_id, t.detector,
    coalesce((select max(through_day) from anomaly_checkpoints k where k.channel_id = t.channel_id),
      (:now::timestamptz at time zone z.zone)::date - 2) + 1,
    :factor::double precision, case when t.detector = 'level' then (t.starts_at at time zone z.zone)::date end,
    'verdict', t.anomaly_id, coalesce(:reason, 'accepted as normal'), :who, :now::timestamptz
  from target t join channels c using (channel_id) left join organizations o using (organization_id)
  cross join lateral (select coalesce(known_time_zone(o.timezone), 'UTC') as zone) z
  where :verdict = 'normal'
)
select count(*) > 0 from target
