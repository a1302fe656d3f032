-- Of each channel of which readings are expected now (in use, live, no planned pause): time in s since the end of its
-- newest reading. A channel without any reading counts from its installation, or from when it became known here.
-- Channels whose history is still being fetched for the first time are left out.
-- Channels that never delivered anything have an alert of their own and do not count.
select c.channel_id, c.channel_name, c.channel_type, c.organization_id, o.organization_name, c.interval_seconds,
  extract(epoch from :#now::timestamptz - coalesce(p.last_reading_at + make_interval(secs => c.interval_seconds),
    greatest(c.installed_at, least(c.created_at, c.last_seen_at)), c.last_seen_at))::float8 as value,
  case when p.last_reading_at is null then 'no reading so far'
    else 'last reading ' || to_char(p.last_reading_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') end as detail
from expected_spans(:#now::timestamptz - interval '1 day', :#now::timestamptz) s
join channels c using (channel_id)
join poll_state p using (channel_id)
left join organizations o using (organization_id)
where s.span_end >= slot_at_or_before(:#now::timestamptz, s.interval_seconds) and p.state = 'live'
  and not exists (select from v_first_fills f where f.channel_id = c.channel_id)
  and c.channel_id not in (select channel_id from v_never_delivered)
