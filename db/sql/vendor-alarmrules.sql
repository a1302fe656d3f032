-- The rules of one alarm ("owner"). "rows" = a JSON array.
update vendor_alarms set rules = :#rows::jsonb where alarm_id = :#owner::bigint and rules is distinct from :#rows::jsonb
