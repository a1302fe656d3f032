select audit_id, at, who, via, origin, action, target, details, outcome, answer,
    jsonb_build_array(audit_id)::text as cursor
from audit_log where audit_id < coalesce((:after::jsonb->>0)::bigint, 9223372036854775807)
    order by audit_id desc limit :limit
