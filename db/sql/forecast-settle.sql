-- Settles the forecasts whose time is over: what happened, and when first.
with due as materialized (
  select f.* from forecasts f left join forecast_outcomes o using (forecast_id)
  where o.forecast_id is null and f.horizon_end <= :now::timestamptz - case f.kind when 'month' then interval '60 hours'
    when 'gateway' then interval '36 hours' when 'clock' then interval '36 hours' else interval '2 hours' end
), losses as materialized (
  select subject, local_day, expected, missing,
    sum(missing) over (partition by subject, date_trunc('month', local_day) order by local_day) as so_far,
    sum(missing) over (partition by subject, date_trunc('month', local_day)) as whole,
    sum(expected) over (partition by subject, date_trunc('month', local_day)) as due
  from forecast_loss_days((select date_trunc('month', min(made_for))::date from due where kind = 'month'),
    (select max(horizon_end at time zone 'UTC')::date from due where kind = 'month'), :now::timestamptz)
), gateways as materialized (
  select 'gateway:' || gateway_id as subject, local_day, kept_share
  from gateway_days((select min(made_for at time zone 'UTC')::date from due where kind = 'gateway'),
    (select max(horizon_end at time zone 'UTC')::date from due where kind = 'gateway'), :now::timestamptz)
), clocks as materialized (
  select 'clock:' || gateway_id as subject, day, offset_seconds
  from clock_days((select min(made_for at time zone 'UTC')::date from due where kind = 'clock'),
    (select max(horizon_end at time zone 'UTC')::date from due where kind = 'clock'), :now::timestamptz)
), late as materialized (
  select 'channel:' || channel_id as subject, day, seconds
  from late_days((select min(made_for at time zone 'UTC')::date from due where kind = 'late'), :now::timestamptz)
), outcomes as (
  select d.forecast_id, whole > 0.01 * due as happened, min(local_day) filter (where so_far > 0.01 * due) + 1 as day,
    whole::float8 as value
  from due d join losses l on l.subject = d.subject
    and l.local_day >= date_trunc('month', d.made_for at time zone 'UTC')
    and l.local_day < d.horizon_end at time zone 'UTC'
  where d.kind = 'month' group by d.forecast_id, whole, due
  union all
  select d.forecast_id, bool_or(kept_share <= d.limit_value), min(local_day)
    filter (where kept_share <= d.limit_value), min(kept_share)
  from due d join gateways g on g.subject = d.subject and g.local_day >= (d.made_for at time zone 'UTC')::date
    and g.local_day < d.horizon_end at time zone 'UTC'
  where d.kind = 'gateway' group by d.forecast_id
  union all
  select d.forecast_id, bool_or(offset_seconds >= d.limit_value),
    min(day) filter (where offset_seconds >= limit_value), (array_agg(offset_seconds order by day desc))[1]
  from due d join clocks c on c.subject = d.subject and c.day >= (d.made_for at time zone 'UTC')::date
    and c.day < d.horizon_end at time zone 'UTC'
  where d.kind = 'clock' group by d.forecast_id
  union all
  select d.forecast_id, coalesce(max(l.seconds) > d.limit_value, false),
    min(l.day) filter (where l.seconds > d.limit_value), coalesce(max(l.seconds), 0)
  from due d left join late l on l.subject = d.subject and l.day >= (d.made_for at time zone 'UTC')::date
    and l.day < d.horizon_end at time zone 'UTC'
  where d.kind = 'late' group by d.forecast_id, d.limit_value
), samples as (
  select d.forecast_id, bool_or(s.value >= d.limit_value) as happened,
    min(s.sampled_at) filter (where s.value >= d.limit_value) as happened_at,
    max(s.value) filter (where s.sampled_at >= d.horizon_end - interval '1 day') as value
  from due d join forecast_samples s on s.measure = d.subject and s.sampled_at >= d.made_at
    and s.sampled_at < d.horizon_end
  where d.kind = 'full' group by d.forecast_id
  union all
  select d.forecast_id, coalesce(c.cleared_at, 'infinity') > d.horizon_end,
    case when coalesce(c.cleared_at, 'infinity') > d.horizon_end then d.horizon_end end,
    coalesce(extract(epoch from c.cleared_at - d.made_at) / 3600, 'Infinity')
  from due d cross join lateral (select min(sampled_at) as cleared_at from forecast_samples s
    where s.measure = 'backfill' and s.value = 0 and s.sampled_at > d.made_at) c
  where d.kind = 'backlog' and (c.cleared_at is not null or d.made_at < :now::timestamptz - interval '14 days')
), settled as (
  select forecast_id, happened, case when happened then day::timestamp at time zone 'UTC' end as happened_at, value
  from outcomes
  union all select * from samples
  union all
  select forecast_id, null, null, null from due where kind <> 'backlog' and forecast_id not in (
    select forecast_id from outcomes union all select forecast_id from samples)
)
insert into forecast_outcomes (forecast_id, settled_at, happened, happened_at, value)
select forecast_id, :now::timestamptz, happened, happened_at, value from settled
on conflict (forecast_id) do nothing
