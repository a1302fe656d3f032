-- What has raised the cut-offs of a channel's detectors, for people.
select detector, from_day, factor, source, reason, made_by from detector_adjustments
where channel_id = :channel and withdrawn_at is null order by detector, from_day
