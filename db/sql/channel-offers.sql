-- Which fields a channel offers, from OPTIONS. A response that names none is ignored.
insert into channel_shapes as s (channel_id, offered, offered_at, changed_at)
select c, nullif(o, '{}'), n, n from (select :#channel_id::int, :#offered::text[], :#now::timestamptz) as p(c, o, n)
on conflict (channel_id) do update set offered = coalesce(excluded.offered, s.offered), offered_at = excluded.offered_at
