-- Takes back what the budget of false alarms has raised of a detector on a channel; the days since are judged again.
with withdrawn as (
  update detector_adjustments set withdrawn_at = :now::timestamptz, withdrawn_by = :who
  where channel_id = :channel and detector = :detector and source = 'budget' and withdrawn_at is null
  returning channel_id, from_day
), undone as (
  delete from anomaly_checkpoints k using withdrawn w where k.channel_id = w.channel_id and k.through_day >= w.from_day
)
select count(*) > 0 from withdrawn
