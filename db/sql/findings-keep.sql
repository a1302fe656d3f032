-- Keeps the hits of one rule in [from, to): opens new findings, extends those that continue, closes those that are
-- gone.
--  * A hit that begins at look_from continues the open finding that it touches.
--  * A finding from before look_from that does not continue ends at the start of the checked range.
--  * A finding outside the checked range takes the severity and the mark that its rule has now.
--  * A channel for which the rule could not run keeps its findings, and quality_checks says why.
with scope as (
  select c.channel_id, c.interval_seconds, p.problem from channels c
  left join unnest(:#problem_channels::int[], :#problems::text[]) as p(channel_id, problem) using (channel_id)
  where :#channel_ids::int[] is null or c.channel_id = any (:#channel_ids::int[])
), found as (
  select f.channel_id, least(f.starts, o.starts) as starts, max(f.ends) as ends, min(f.reason) as reason
  from (select channel_id, starts::timestamptz, ends::timestamptz, reason
    from unnest(:#channels::int[], :#starts::text[], :#ends::text[], :#reasons::text[]) as t(channel_id, starts, ends,
    reason)) f
  join scope s using (channel_id)
  left join lateral (
    select min(q.finding_start) as starts from quality_findings q
    where q.closed_at is null and q.rule = :#rule and q.channel_id = f.channel_id and q.finding_start < f.starts
      and q.finding_end >= f.starts
      and f.starts < :#look_from::timestamptz + make_interval(secs => s.interval_seconds)
  ) o on true
  group by 1, 2
), kept as (
  insert into quality_findings as q (channel_id, rule, severity, finding_start, finding_end, reason, marks, run_id,
    last_run_id, found_at, last_seen_at)
  select channel_id, :#rule, :#severity, starts, ends, reason, :#marks::boolean, :#run_id::bigint, :#run_id::bigint,
    :#now::timestamptz, :#now::timestamptz from found
  on conflict (channel_id, rule, finding_start) where closed_at is null do update set
    severity = excluded.severity, finding_end = excluded.finding_end, reason = excluded.reason, marks = excluded.marks,
    last_run_id = excluded.last_run_id, last_seen_at = excluded.last_seen_at
  returning (xmax = 0) as is_new
), gone as (
  update quality_findings q set closed_at = :#now::timestamptz, close_reason = 'not found any more',
    last_run_id = :#run_id::bigint
  from scope s
  where s.channel_id = q.channel_id and s.problem is null and q.closed_at is null and q.rule = :#rule
    and q.finding_start >= :#look_from::timestamptz and q.finding_end > :#from::timestamptz
      and q.finding_start < :#to::timestamptz
    and not exists (select from found f where f.channel_id = q.channel_id and f.starts = q.finding_start)
  returning 1
), ended as (
  update quality_findings q set finding_end = :#from::timestamptz, last_run_id = :#run_id::bigint
  from scope s
  where s.channel_id = q.channel_id and s.problem is null and q.closed_at is null and q.rule = :#rule
    and q.finding_start < :#look_from::timestamptz and q.finding_end > :#from::timestamptz
    and not exists (select from found f where f.channel_id = q.channel_id and f.starts = q.finding_start)
), restated as (
  update quality_findings q set severity = :#severity, marks = :#marks::boolean, last_run_id = :#run_id::bigint
  from scope s
  where s.channel_id = q.channel_id and q.closed_at is null and q.rule = :#rule
    and (q.severity <> :#severity or q.marks <> :#marks::boolean)
    and (s.problem is not null or q.finding_end <= :#from::timestamptz or q.finding_start >= :#to::timestamptz)
    and not exists (select from found f where f.channel_id = q.channel_id and f.starts = q.finding_start)
), checked as (
  insert into quality_checks as k (rule, channel_id, checked_from, checked_to, ran_at, run_id, problem)
  select :#rule, channel_id, :#from::timestamptz, :#to::timestamptz, :#now::timestamptz, :#run_id::bigint, problem
    from scope
  on conflict (rule, channel_id) do update set checked_from = excluded.checked_from, checked_to = excluded.checked_to,
    ran_at = excluded.ran_at,
    run_id = excluded.run_id, problem = excluded.problem
)
select (select count(*) from kept where is_new) as opened, (select count(*) from kept
  where not is_new) as continued, (select count(*) from gone) as closed
