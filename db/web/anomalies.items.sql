select anomaly_id, channel_id, channel_name, site_id, site_name, timezone, detector, starts_at as start,
    ends_at as "end", score, expected_kwh, observed_kwh, difference_kwh, cause, sentence, state, verdict, verdict_by,
    verdict_at, verdict_reason, jsonb_build_array(anomaly_id)::text as cursor
from v_anomalies
where (:state::text = 'all' or state = 'open') and (:site::text is null or site_id = :site)
    and (:channel::integer is null or channel_id = :channel::integer)
    and anomaly_id < coalesce((:after::jsonb->>0)::bigint, 9223372036854775807)
order by anomaly_id desc limit :limit
