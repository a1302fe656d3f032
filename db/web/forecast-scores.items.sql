select kind, settled, happened, brier, skill_base, skill_persistence, skill_line, skill, within_share, warnings,
    false_warnings, false_per_site_month, precision_24h, precision_72h, precision_168h, recall_72h, muted, sentence,
    jsonb_build_array(kind)::text as cursor
from v_forecast_scores
where kind > coalesce(:after::jsonb->>0, '')
order by kind limit :limit
