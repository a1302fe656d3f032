-- Counts the values of each code in readings.raw since an instant, by channel, with the least and the greatest number.
-- Codes that end in the second value are units, not values.
select channel_id, count(*), min(number), max(number), code
from (
  select r.channel_id, e.key as code,
    case when e.value ~ '^\s*-?[0-9.]+([eE][+-]?\d+)?\s*$' then e.value::float8 end as number
  from readings r, jsonb_each_text(r.raw) e
  where r.raw is not null and r."timestamp" >= ? and e.value is not null and e.key not like '%' || ?::text
) as v
group by channel_id, code
