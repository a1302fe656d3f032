-- The share of all live channels whose last request failed. A channel without a request has not failed: at first start,
-- refusals are the responses that arrive first.
select (count(*) filter (where p.last_error is not null) / greatest(count(*), 1)::float8)::float8 as value,
  (array_agg(p.last_error order by p.last_attempt_at desc) filter (where p.last_error is not null))[1] as detail
from poll_state p join channels c using (channel_id) where c.active and p.state = 'live'
