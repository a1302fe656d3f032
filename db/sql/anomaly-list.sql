-- Anomalies, the newest first; :all also those that are over, explained or gone.
select a.anomaly_id, a.channel_id, c.channel_name, a.detector, a.starts_at, a.ends_at, a.score, a.expected_kwh,
  a.observed_kwh, a.difference_kwh, a.cause, a.sentence, a.state, a.verdict, a.verdict_by, a.verdict_at,
  a.verdict_reason, a.found_at
from anomalies a join channels c using (channel_id)
where (:all::boolean or a.state = 'open') and (:channel::integer is null or a.channel_id = :channel::integer)
  and (:detector::text is null or a.detector = :detector) and (:anomaly::bigint is null or a.anomaly_id = :anomaly)
order by a.starts_at desc, a.anomaly_id desc limit 1000
