-- What the parts of a channel have read, by group and slot of the channel: epoch seconds, kWh. Only slots that all
-- parts have, from :start to :end (exclusive).
with parts as materialized (
  select p.part_group, p.part_id, w.interval_seconds as seconds,
    sum(w.interval_seconds / c.interval_seconds) over (partition by p.part_group) as needed
  from v_anomaly_parts p join channels c on c.channel_id = p.part_id join channels w on w.channel_id = p.channel_id
  where p.channel_id = :channel
)
select p.part_group, extract(epoch from date_bin(make_interval(secs => p.seconds), r."timestamp", 'epoch'))::bigint
  as second, sum(r.energy_kwh) as energy_kwh
from parts p join readings r on r.channel_id = p.part_id
where r."timestamp" >= :start::timestamptz and r."timestamp" < :end::timestamptz
  and is_learned_from(r.data_quality, r.quality_method)
group by 1, 2, p.needed having count(r.energy_kwh) = p.needed
