-- The detectors in the order of :detectors: what the newest backtest of all channels (or of :channel) measured, what
-- people said, and on how many channels a cut-off is raised or the detector muted.
with newest as (
  select distinct on (detector) * from detector_scores
  where subject = coalesce((:channel::integer)::text, 'all') order by detector, made_at desc
), raised as (
  select detector, count(distinct channel_id) filter (where factor < 'Infinity') as raised,
    count(distinct channel_id) filter (where factor = 'Infinity') as muted
  from detector_adjustments
  where withdrawn_at is null and (:channel::integer is null or channel_id = :channel::integer) group by detector
), said as (
  select detector, count(*) filter (where counts) as open, count(*) filter (where verdict = 'normal') as normal,
    count(*) filter (where verdict = 'fault') as fault
  from v_anomalies where :channel::integer is null or channel_id = :channel::integer group by detector
)
select d.detector, s.made_at, s.channel_months, s.false_alarms_per_month, s.found, s.precision_share,
  coalesce(r.raised, 0) as raised, coalesce(r.muted, 0) as muted, coalesce(a.open, 0) as open,
  coalesce(a.normal, 0) as normal, coalesce(a.fault, 0) as fault
from unnest(:detectors::text[]) with ordinality as d(detector, n)
  left join newest s using (detector) left join raised r using (detector) left join said a using (detector)
order by d.n
