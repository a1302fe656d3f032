-- Anomalies of a channel that were seen on a day or later.
select anomaly_id, detector, first_seen_day, last_seen_day, verdict, state from anomalies
where channel_id = :channel and last_seen_day >= :since::date
