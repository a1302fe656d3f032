-- Expected, kept, estimated and missing readings of a range, as far as they are due. A slot is due once the grace
-- period after its end is over. Parameters: end, now minus the grace period, start, channel ids (empty for all).
with lengths as (
  select c.interval_seconds, array_agg(c.channel_id) as channel_ids,
         least(p.range_end, slot_at_or_before(p.due, c.interval_seconds)) as range_end, p.range_start
  from channels c
  cross join (select ?::timestamptz as range_end, ?::timestamptz as due, ?::timestamptz as range_start) p
  where c.channel_id = any (coalesce(nullif(?::integer[], '{}'), array[c.channel_id]))
  group by c.interval_seconds, p.range_end, p.due, p.range_start
)
select coalesce(sum(expected), 0) as expected, coalesce(sum(kept), 0) as kept, coalesce(sum(estimated), 0) as estimated,
       coalesce(sum(missing), 0) as missing, sum(kept) / nullif(sum(expected), 0)::double precision as completeness
from lengths l
cross join lateral completeness(l.range_start, greatest(l.range_start, l.range_end), l.channel_ids)
