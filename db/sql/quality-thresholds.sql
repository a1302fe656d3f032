-- Stores the health thresholds that views use. Parameters: their names, their values.
update quality_settings q set value = s.value from unnest(?::text[], ?::float8[]) as s(setting, value)
where q.setting = s.setting and q.value <> s.value
