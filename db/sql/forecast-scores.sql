-- How often each kind of forecast was right.
select * from v_forecast_scores order by kind
