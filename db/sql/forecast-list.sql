-- Forecasts whose time is not over, the most probable first; :all also those that do not warn or whose kind is muted.
select * from v_forecasts
where (:all::boolean or warned and not muted) and (:kind::text is null or kind = :kind)
order by muted, probability desc, subject limit 1000
