-- Of each site: channels whose newest reading ended within their last 4 intervals, and how many should deliver
-- (contract, planned pauses). Channels whose history is still being fetched for the first time are left out.
-- Channels that never delivered anything have an alert of their own and do not count.
select c.organization_id, o.organization_name, count(*)::float8 as expected,
  count(*) filter (where p.last_reading_at
    + 5 * make_interval(secs => c.interval_seconds) >= :#now::timestamptz)::float8
    as value,
  'silent: ' || string_agg(c.channel_id::text, ', ' order by c.channel_id) filter (where p.last_reading_at is null
    or p.last_reading_at + 5 * make_interval(secs => c.interval_seconds) < :#now::timestamptz) as detail
from expected_spans(:#now::timestamptz - interval '1 day', :#now::timestamptz) s
join channels c using (channel_id)
left join poll_state p using (channel_id)
join organizations o using (organization_id)
where s.span_end >= slot_at_or_before(:#now::timestamptz, s.interval_seconds)
  and not exists (select from v_first_fills f where f.channel_id = c.channel_id)
  and c.channel_id not in (select channel_id from v_never_delivered)
group by c.organization_id, o.organization_name
