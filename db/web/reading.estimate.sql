select e.estimate_id, e.gap_id, e.gap_start, e.gap_end, e.method, e.slots, e.energy_kwh, e.known_total_kwh,
    e.total_source, e.inputs, e.estimated_at
from readings r join estimates e on e.channel_id = r.channel_id and e.run_id = r.run_id and e.gap_start <= r."timestamp"
    and e.gap_end > r."timestamp"
where r.channel_id = :id::integer and r."timestamp" = :timestamp::timestamptz and r.data_quality = 'estimated'
    order by e.estimate_id desc limit 1
