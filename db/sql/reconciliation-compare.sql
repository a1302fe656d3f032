-- Records the differing slots of a window that a reconciliation has read and kept. Missing and changed slots carry its
-- run now; the earlier values are in reading_history.
with asked as (
  select :#job_id::bigint as job_id, :#channel_id::int as channel_id, :#run_id::bigint as run_id,
    :#start_time::timestamptz as start_time, :#end_time::timestamptz as end_time
), accepted as (
  select to_timestamp(unnest(:#accepted::bigint[])) as "timestamp"
), rejected as (
  select distinct to_timestamp(unnest(:#rejected::bigint[])) as "timestamp"
), ours as (
  select r."timestamp", r.run_id, r.data_quality, r.quality_method
  from readings r join asked a using (channel_id) where r."timestamp" >= a.start_time and r."timestamp" < a.end_time
), replaced as (
  select distinct on (h."timestamp") h."timestamp", h.old ->> 'data_quality' as data_quality
  from reading_history h join asked a using (channel_id)
  where h."timestamp" >= a.start_time and h."timestamp" < a.end_time and h.replaced_by_run = a.run_id
  order by h."timestamp", h.history_id
), differences as (
  select o."timestamp", case when r."timestamp" is null
    or r.data_quality = 'estimated' then 'missing' else 'changed' end as kind
  from accepted join ours o using ("timestamp") join asked a on o.run_id = a.run_id left
    join replaced r using ("timestamp")
  union all
  select "timestamp", 'extra' from ours
  where data_quality in ('measured', 'suspect') and is_counted(data_quality, quality_method)
    and "timestamp" not in (select "timestamp" from accepted) and "timestamp" not in (select "timestamp" from rejected)
  union all
  select "timestamp", 'rejected' from rejected where "timestamp" not in (select "timestamp" from accepted)
)
insert into reading_differences (job_id, channel_id, "timestamp", kind, run_id)
select a.job_id, a.channel_id, d."timestamp", d.kind, a.run_id from differences d, asked a
on conflict (job_id, channel_id, "timestamp") do nothing
