-- A detector exceeds its budget of false alarms on a channel: its cut-off is raised from the next judged day on.
insert into detector_adjustments (channel_id, detector, from_day, factor, source, reason, made_by, made_at)
select c.channel_id, :detector, coalesce((select max(through_day) from anomaly_checkpoints k
    where k.channel_id = c.channel_id), (:now::timestamptz
    at time zone coalesce(known_time_zone(o.timezone), 'UTC'))::date - 2) + 1, :factor::double precision, 'budget',
  :reason, 'backtest', :now::timestamptz
from channels c left join organizations o using (organization_id) where c.channel_id = :channel
