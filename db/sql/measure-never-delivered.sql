-- Channels that have delivered nothing but nulls since they were installed, once readings have been expected of them
-- for 4 intervals.
select v.channel_id, v.channel_name, c.channel_type, v.organization_id, o.organization_name, 1::float8 as value,
  'since ' || to_char(v.waiting_since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') as detail
from v_never_delivered v join channels c using (channel_id)
left join organizations o on o.organization_id = v.organization_id
where v.waiting_since + 4 * make_interval(secs => c.interval_seconds) < :#now::timestamptz
  and v.channel_id in (select s.channel_id
    from expected_spans(:#now::timestamptz - interval '1 day', :#now::timestamptz) s
    where s.span_end >= slot_at_or_before(:#now::timestamptz, s.interval_seconds))
