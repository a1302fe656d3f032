-- The highest power of a channel's own good readings around a window, kW: 30 days on both sides. Null where there are
-- fewer readings than :least, which say little.
select case when count(*) >= :least::int then max(greatest(abs(r.power_kw),
  abs(r.energy_kwh - coalesce(r.energy_export_kwh, 0)) * 3600 / c.interval_seconds)) end as peak_kw
from readings r join channels c using (channel_id)
where r.channel_id = :channel and r.data_quality = 'measured' and r."timestamp" >= :from::timestamptz
  and r."timestamp" < :to::timestamptz
