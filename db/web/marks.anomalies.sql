select anomaly_id, detector, starts_at as start, ends_at as "end", cause, sentence, state, verdict
from v_anomalies
where channel_id = :id::integer and starts_at < :end::timestamptz and ends_at > :start::timestamptz
order by starts_at, anomaly_id limit 2000
