-- Of each site of which readings are expected now: time in s since the end of the newest reading of all its channels.
-- Channels whose history is still being fetched for the first time are left out.
-- Channels that never delivered anything have an alert of their own and do not count.
select c.organization_id, o.organization_name, max(c.interval_seconds)::float8 as interval_seconds,
  extract(epoch from :#now::timestamptz - max(coalesce(
    p.last_reading_at + make_interval(secs => c.interval_seconds),
    greatest(c.installed_at, least(c.created_at, c.last_seen_at)), c.last_seen_at)))::float8 as value
from expected_spans(:#now::timestamptz - interval '1 day', :#now::timestamptz) s
join channels c using (channel_id)
join poll_state p using (channel_id)
join organizations o using (organization_id)
where s.span_end >= slot_at_or_before(:#now::timestamptz, s.interval_seconds)
  and not exists (select from v_first_fills f where f.channel_id = c.channel_id)
  and c.channel_id not in (select channel_id from v_never_delivered)
group by c.organization_id, o.organization_name
