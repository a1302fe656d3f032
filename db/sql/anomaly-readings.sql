-- Measured readings that are not flagged, from :start to :end (exclusive): epoch seconds, kWh, kW.
select extract(epoch from "timestamp")::bigint as second, energy_kwh, power_kw from readings
where channel_id = :channel and "timestamp" >= :start::timestamptz and "timestamp" < :end::timestamptz
  and data_quality in ('measured', 'edited')
