select forecast_id, kind, subject, subject_name, site_id, site_name, made_at, horizon_end, probability,
    nullif(value_low, 'Infinity') as value_low, nullif(value_high, 'Infinity') as value_high, due_low, due_high, warned,
    muted, sentence, advice, own_action, jsonb_build_array(probability, forecast_id)::text as cursor
from v_forecasts
where (:state::text = 'all' or warned and not muted) and (:kind::text is null or kind = :kind)
    and (:site::text is null or site_id = :site)
    and (:after::jsonb is null or (probability, forecast_id)
        < ((:after::jsonb->>0)::double precision, (:after::jsonb->>1)::bigint))
order by probability desc, forecast_id desc limit :limit
