-- The kinds that are muted.
select kind from v_forecast_scores where muted
