-- Ranges of a channel's anomalies that a person has confirmed as faults.
select starts_at, ends_at from anomalies where channel_id = :channel and verdict = 'fault'
