-- Those of some channel ids that do not exist, with the nearest ids that do. Parameter: the ids.
select a.id, (select string_agg(n.channel_id::text, ', ')
              from (select channel_id from channels order by abs(channel_id - a.id), channel_id limit 3) n) as nearest
from unnest(?::integer[]) as a(id) where not exists (select from channels where channel_id = a.id) order by 1
