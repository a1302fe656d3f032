-- The times at which one alarm ("owner") watches. "rows" = a JSON array.
update vendor_alarms set periods = :#rows::jsonb where alarm_id = :#owner::bigint and periods is distinct
  from :#rows::jsonb
