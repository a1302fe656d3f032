-- Which readings should exist. This follows from a channel's contract (interval, installed, uninstalled, active,
-- planned pauses) and the calendar, never from the readings. A slot is the interval of one reading: its start is on the
-- UTC grid of the channel's interval, and it belongs to the range in which it starts.

create or replace function known_time_zone(zone text) returns text language plpgsql stable as $$
begin
    perform current_timestamp at time zone zone;
    return coalesce(zone, 'UTC');
exception when invalid_parameter_value then
    return 'UTC';
end $$;
comment on function known_time_zone(text)
  is 'The time zone itself, or UTC where PostgreSQL does not know it or none is given, so that a typing error at one '
  'site does not break every view.';

create or replace function slot_at_or_before(instant timestamptz,
  interval_seconds integer) returns timestamptz language sql immutable parallel safe as $$
    select to_timestamp(floor(extract(epoch from instant) / interval_seconds) * interval_seconds)
$$;
comment on function slot_at_or_before(timestamptz,
  integer) is 'The last slot start at or before an instant, on the UTC grid of the interval (in s).';

create or replace function slot_at_or_after(instant timestamptz,
  interval_seconds integer) returns timestamptz language sql immutable parallel safe as $$
    select to_timestamp(ceil(extract(epoch from instant) / interval_seconds) * interval_seconds)
$$;
comment on function slot_at_or_after(timestamptz,
  integer) is 'The first slot start at or after an instant, on the UTC grid of the interval (in s).';

create or replace function contract_spans(range_start timestamptz, range_end timestamptz,
  channel_ids integer[] default null)
    returns table (channel_id integer, interval_seconds integer, contract tstzmultirange,
      paused tstzmultirange) language sql stable as $$
    select c.channel_id, c.interval_seconds,
        case when bounds.first_slot < bounds.end_slot then tstzmultirange(tstzrange(bounds.first_slot,
          bounds.end_slot)) else '{}' end,
        coalesce((
            select range_agg(tstzrange(slot_at_or_before(p.pause_start, c.interval_seconds),
              slot_at_or_after(coalesce(p.pause_end, 'infinity'), c.interval_seconds)))
            from planned_pauses p where p.channel_id = c.channel_id or p.organization_id = c.organization_id), '{}')
    from channels c
    cross join lateral (select
        slot_at_or_after(greatest(range_start, c.installed_at), c.interval_seconds) as first_slot,
        slot_at_or_after(least(range_end, c.uninstalled_at, case when not c.active then coalesce(c.inactive_since,
          '-infinity') end), c.interval_seconds) as end_slot) bounds
    where channel_ids is null or c.channel_id = any (channel_ids)
$$;
comment on function contract_spans(timestamptz, timestamptz,
  integer[]) is 'Per channel: the span within [range_start, range_end) in which it is installed and active, and its '
  'planned pauses, both on the channel''s grid. channel_ids null = all.';

create or replace function expected_spans(range_start timestamptz, range_end timestamptz,
  channel_ids integer[] default null)
    returns table (channel_id integer, span_start timestamptz, span_end timestamptz,
      interval_seconds integer) language sql stable as $$
    select channel_id, lower(span), upper(span), interval_seconds
    from contract_spans(range_start, range_end, channel_ids), unnest(contract - paused) as span
$$;
comment on function expected_spans(timestamptz, timestamptz,
  integer[]) is 'Per channel: the half-open spans on its grid in which every slot should have a reading, for slots '
  'that start within [range_start, range_end). The length of a span / interval_seconds is its number of slots. '
  'channel_ids null = all. The caller ends the range at the last slot that is over.';

create or replace function expected_slots(range_start timestamptz, range_end timestamptz,
  channel_ids integer[] default null)
    returns table (channel_id integer, slot timestamptz) language sql stable as $$
    select channel_id, slot from expected_spans(range_start, range_end, channel_ids),
        generate_series(span_start, span_end - interval '1 second', make_interval(secs => interval_seconds)) as slot
$$;
comment on function expected_slots(timestamptz, timestamptz,
  integer[]) is 'The start of every reading that should exist within [range_start, range_end). channel_ids null = all.';

create or replace function day_start(local_day date, time_zone text) returns timestamptz language sql stable as $$
    select case when earlier at time zone time_zone = local_day then least(later, earlier) else later end
    from (select local_day::timestamp at time zone time_zone as later) midnight
    cross join lateral (select later + ((later at time zone time_zone) - (later at time zone 'UTC'))
        - (((later - interval '3 hours') at time zone time_zone) - ((later - interval '3 hours') at time zone 'UTC'))
          as earlier) offset_before
$$;
comment on function day_start(date,
  text) is 'When a day begins in a time zone. Where the clock shows midnight twice, the first one; where it skips '
  'midnight, the first instant after it.';

create or replace function local_days(time_zone text, first_day date, end_day date) returns table (local_day date,
  day_start timestamptz, day_end timestamptz)
    language sql stable as $$
    select day::date, day_start(day::date, time_zone), day_start(day::date + 1, time_zone)
    from generate_series(first_day::timestamp, end_day::timestamp - interval '1 day', interval '1 day') as day
$$;
comment on function local_days(text, date,
  date) is 'The days from first_day until before end_day in a time zone, each with its start and end: 23, 24 or 25 h '
  'apart.';

create or replace function expected_by_day(first_day date, end_day date, channel_ids integer[] default null)
    returns table (channel_id integer, local_day date, day_start timestamptz, day_end timestamptz,
      expected integer) language sql stable as $$
    with days as (
        select c.channel_id, d.* from channels c left join organizations o using (organization_id)
        cross join lateral local_days(known_time_zone(o.timezone), first_day, end_day) d
        where channel_ids is null or c.channel_id = any (channel_ids)
    )
    select d.channel_id, d.local_day, d.day_start, d.day_end, coalesce(sum(
        (extract(epoch from slot_at_or_after(least(d.day_end, s.span_end), s.interval_seconds)) - extract(epoch
          from slot_at_or_after(greatest(d.day_start, s.span_start), s.interval_seconds)))
            / s.interval_seconds), 0)::integer
    from days d
    left join expected_spans((select min(day_start) from days), (select max(day_end) from days), channel_ids) s
        on s.channel_id = d.channel_id and s.span_start < d.day_end and s.span_end > d.day_start
    group by 1, 2, 3, 4
$$;
comment on function expected_by_day(date, date,
  integer[]) is 'How many readings each channel should have on each day of its site''s time zone, from first_day '
  'until before end_day: 96 at 15 minutes, 92 or 100 when the clock changes. A day that is not over counts in full. '
  'channel_ids null = all.';
