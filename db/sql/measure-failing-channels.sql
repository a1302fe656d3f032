-- Of all live channels that were ever asked: the share whose last request failed.
select (count(*) filter (where p.last_error is not null) / greatest(count(*), 1)::float8)::float8 as value,
  (array_agg(p.last_error order by p.last_attempt_at desc) filter (where p.last_error is not null))[1] as detail
from poll_state p join channels c using (channel_id) where c.active and p.state = 'live' and p.last_attempt_at is not null
