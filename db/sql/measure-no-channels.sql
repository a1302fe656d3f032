-- Whether there is no channel in use, or the source's list of channels was empty or unusable when its list of
-- organizations was last read. A run reads organizations first and channels within minutes.
select 1::float8 as value, case when c.newest is null then 'no channel is in use'
  else 'the source lists organizations, but no channels since '
    || to_char(c.newest at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') end as detail
from (select max(last_seen_at) filter (where active) as newest from channels) c
cross join (select max(last_seen_at) as newest from organizations) o
where c.newest is null or c.newest < o.newest - interval '1 minute'
