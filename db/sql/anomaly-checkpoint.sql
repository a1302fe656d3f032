-- The newest checkpoint of a channel before a day, under the same settings.
select state from anomaly_checkpoints
where channel_id = :channel and through_day < :before::date and settings = :settings
order by through_day desc limit 1
