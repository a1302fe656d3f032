-- The voltage of a phase far from the mean of the three. Returns channel_id, finding_start, finding_end (exclusive) and
-- found, for people. The search begins at look_from, so that a span that continues keeps its start.
with seen as (
  select channel_id, "timestamp", make_interval(secs => interval_seconds) as length,
    greatest(abs(voltage_v_l1 - mean_v), abs(voltage_v_l2 - mean_v), abs(voltage_v_l3 - mean_v)) / nullif(mean_v,
      0) as imbalance
  from (select *, (voltage_v_l1 + voltage_v_l2 + voltage_v_l3) / 3 as mean_v
    from checked_readings(:#look_from::timestamptz, :#to::timestamptz, :#channel_ids::int[])) readings
  where mean_v is not null
), runs as (
  select *, sum(case when imbalance > :#tolerance::float8 then 0 else 1 end) over (partition by channel_id
    order by "timestamp") as run from seen
)
select channel_id, min("timestamp") as finding_start, max("timestamp") + length as finding_end,
  format('a phase up to %s %% from the mean of the three for %s readings', round(100 * max(imbalance)::numeric, 1),
    count(*)) as found
from runs where imbalance > :#tolerance::float8 group by channel_id, run, length
having max("timestamp") + length - min("timestamp") >= make_interval(secs => :#least_seconds::float8)
  and max("timestamp") + length > :#from::timestamptz
