-- Measured readings that nothing but an anomaly has flagged, from :start to :end (exclusive): epoch seconds, kWh, kW,
-- and the kWh of the three phases.
select extract(epoch from "timestamp")::bigint as second, energy_kwh, power_kw,
  energy_kwh_l1 + energy_kwh_l2 + energy_kwh_l3 as phases_kwh from readings
where channel_id = :channel and "timestamp" >= :start::timestamptz and "timestamp" < :end::timestamptz
  and is_learned_from(data_quality, quality_method)
