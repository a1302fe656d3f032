-- What was said and what happened, by kind and tenth of probability.
select * from v_forecast_reliability where :kind::text is null or kind = :kind order by kind, bin
