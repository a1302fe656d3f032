-- mv_hourly_usage follows the readings; concurrently, so that people read on meanwhile.
refresh materialized view concurrently mv_hourly_usage
