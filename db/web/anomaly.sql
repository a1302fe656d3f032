select anomaly_id, channel_id, channel_name, site_id, site_name, timezone, detector, starts_at as start,
    ends_at as "end", score, expected_kwh, observed_kwh, difference_kwh, cause, sentence, state, verdict, verdict_by,
    verdict_at, verdict_reason
from v_anomalies where anomaly_id = :id::bigint
