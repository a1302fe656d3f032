-- How many active channels are not judged, because they have less than four weeks of readings.
select count(*) from v_anomaly_channels where status = 'not judged'
