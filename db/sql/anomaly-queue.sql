-- Changes of a channel's readings that its detectors have not seen.
select queue_id, changed_from from anomaly_queue where channel_id = :channel
