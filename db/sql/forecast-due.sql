-- Which kinds of forecasts are not made yet for the times that they count for now. Parameters: kinds, and for each the
-- time.
select k.kind, k.made_for
from unnest(:kinds::text[], :times::text[]) as t(kind, made_for_text)
cross join lateral (select t.kind, made_for_text::timestamptz as made_for) k
where not exists (select from forecast_samples s where s.measure = 'forecasts:' || k.kind and s.sampled_at = k.made_for)
