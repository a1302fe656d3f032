-- What has raised the cut-offs of detectors, on one channel or on all (null), for people.
select channel_id, detector, from_day, factor, source, reason, made_by from detector_adjustments
where (:channel::integer is null or channel_id = :channel::integer) and withdrawn_at is null
order by channel_id, detector, from_day limit 1000
