-- How many anomalies are open that nobody has called normal.
select count(*) from v_anomalies where counts
