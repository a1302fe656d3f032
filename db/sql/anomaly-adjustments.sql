-- What has raised cut-offs of a channel's detectors.
select detector, from_day, factor, accepted_level, source from detector_adjustments
where channel_id = :channel and withdrawn_at is null order by from_day
