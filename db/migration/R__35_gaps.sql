-- Which of the readings that should exist are missing, and why. All of it is arithmetic of half-open spans on the
-- channel's grid: missing = expected - kept; each reason takes its part of what the reasons before it have left.

create or replace function missing_spans(channel_ids integer[], looked tstzmultirange[], as_of timestamptz,
  ready_after interval)
    returns table (channel_id integer, interval_seconds integer, span tstzrange, reason text) language sql stable as $$
    with scope as (
        select c.channel_id, c.interval_seconds, range_agg(tstzrange(first_slot, end_slot)) as looked
        from unnest(channel_ids, looked) as s(channel_id, looked) join channels c using (channel_id)
        cross join unnest(s.looked) as part
        cross join lateral (select slot_at_or_after(lower(part), c.interval_seconds) as first_slot,
            least(slot_at_or_after(upper(part), c.interval_seconds),
              slot_at_or_before(as_of, c.interval_seconds)) as end_slot) bounds
        where first_slot < end_slot
        group by c.channel_id
    ), expected as materialized (
        select s.channel_id, s.interval_seconds, s.looked * c.contract as slots, c.paused
        from scope s join contract_spans((select min(lower(looked)) from scope), (select max(upper(looked))
          from scope), (select array_agg(channel_id) from scope)) c
            using (channel_id)
    ), parts as (
        select channel_id, make_interval(secs => interval_seconds) as slot, lower(part) as part_start,
          upper(part) as part_end from expected, unnest(slots) as part
    ), missing as materialized (
        -- one scan along the key per part: a hole is where two neighbours are further apart than a slot
        select p.channel_id, range_agg(hole) as missing
        from parts p
        left join lateral (
            select "timestamp" as kept, lag("timestamp") over neighbours as previous,
              lead("timestamp") over neighbours as next
            from readings r
            where r.channel_id = p.channel_id and r."timestamp" >= p.part_start and r."timestamp" < p.part_end
                and is_counted(r.data_quality, r.quality_method)
                  and date_bin(p.slot, r."timestamp", timestamptz 'epoch') = r."timestamp"
            window neighbours as (order by "timestamp")
        ) r on true
        cross join lateral (values (tstzrange(coalesce(r.previous + p.slot, p.part_start),
          coalesce(r.kept, p.part_end))),
            (case when r.next is null and r.kept is not null then tstzrange(r.kept + p.slot, p.part_end) end))
              as holes(hole)
        where (r.previous + p.slot is distinct from r.kept or r.next is null) and not isempty(hole)
        group by p.channel_id
    ), letters as (
        select e.channel_id, range_agg(tstzrange(slot, slot + make_interval(secs => e.interval_seconds))) as rejected
        from expected e
        join dead_letters d on d.channel_id = e.channel_id and d.status = 'open' and not d.partial
          and d.reading_timestamp >= lower(e.slots) and d.reading_timestamp < upper(e.slots)
        cross join lateral slot_at_or_before(d.reading_timestamp, e.interval_seconds) as slot
        group by e.channel_id
    ), answered_before as (
        select g.channel_id, range_agg(tstzrange(gap_start, gap_end)) as answered from data_gaps g
        where closed_at is null and reason = 'no_data_from_source' and g.channel_id = any (channel_ids)
          group by g.channel_id
    ), judged as materialized (
        select e.channel_id, e.interval_seconds, missing * paused as planned,
          (missing - paused) * coalesce(rejected, '{}') as rejected,
            (missing - paused - coalesce(rejected, '{}')) * young as not_yet_due,
              missing - paused - coalesce(rejected, '{}') - young as due, coalesce(answered, '{}') as answered
        from expected e join missing using (channel_id) left join letters using (channel_id) left
          join answered_before using (channel_id)
        cross join lateral (select slot_at_or_before(as_of - ready_after - make_interval(secs => e.interval_seconds),
          e.interval_seconds) as last_due) bounds
        cross join lateral (select tstzmultirange(tstzrange(last_due + make_interval(secs => e.interval_seconds),
          null)) as young) later
    ), questions as materialized (
        select channel_id, lower(due - answered) as since, upper(due - answered) as until from judged
    ), answered_since as (
        -- an aggregate of its own for each channel, so that only the windows since then are read, by the index
        select q.channel_id, windows.answered
        from questions q cross join lateral (
            select range_agg(tstzrange(l.start_time, l.end_time)) as answered from ingestion_logs l
            where l.channel_id = q.channel_id and l.end_time > q.since and l.start_time < q.until
              and l.status = 'success' and l.start_time < l.end_time
        ) windows
        where q.since is not null
    )
    select j.channel_id, j.interval_seconds, span, r.reason
    from judged j left join answered_since a using (channel_id) left join poll_state p using (channel_id)
    cross join lateral (select j.answered + coalesce(a.answered, '{}') as answered) source
    cross join lateral (values ('planned', j.planned), ('rejected', j.rejected), ('not_yet_due', j.not_yet_due),
      ('no_data_from_source', j.due * source.answered),
        (case when p.state in ('dead', 'paused') then 'channel_dead' else 'api_failure' end,
          j.due - source.answered)) as r(reason,
          spans)
    cross join unnest(r.spans) as span
$$;
comment on function missing_spans(integer[], tstzmultirange[], timestamptz,
  interval) is 'The spans without a reading among the expected ones of each channel within its looked, as far as they '
  'are over at as_of, each with its reason (data_gaps.reason). A slot that ended less than ready_after ago does not '
  'count as missing. A slot that the source has answered stays answered.';

create or replace function settle_gaps(channel_ids integer[], looked tstzmultirange[], as_of timestamptz,
  ready_after interval, first_ask interval)
    returns table (opened bigint, filled bigint, withdrawn bigint) language plpgsql as $$
#variable_conflict use_column
begin
    perform pg_advisory_xact_lock(hashtext('wattline data_gaps'));
    -- an attempt that is being counted waits, or is waited for: the rows below must not be older than the table
    perform from data_gaps g where g.closed_at is null and g.channel_id = any (channel_ids) order by gap_id for update;
    return query
    with old as materialized (
        select * from data_gaps g where g.closed_at is null and g.channel_id = any (channel_ids)
    ), scope as (
        select s.channel_id, s.looked + coalesce((select range_agg(tstzrange(gap_start, gap_end)) from old
          where old.channel_id = s.channel_id), '{}') as looked
        from unnest(channel_ids, looked) as s(channel_id, looked)
    ), given_up as (
        select channel_id, range_agg(tstzrange(gap_start, gap_end)) as spans from old
          where not fillable and reason is distinct from 'planned' group by channel_id
    ), found as materialized (
        select row_number() over () as part_id, m.channel_id, lower(part.span) as gap_start,
          upper(part.span) as gap_end, m.reason,
            extract(epoch from upper(part.span) - lower(part.span)) / m.interval_seconds as slots,
            case when m.reason = 'planned' then false when m.reason = 'not_yet_due' then null else part.fillable end
              as fillable
        from missing_spans((select array_agg(channel_id order by channel_id)
          from scope), (select array_agg(scope.looked order by channel_id) from scope), as_of, ready_after) m
        left join given_up u using (channel_id)
        cross join lateral (
            select unnest(tstzmultirange(m.span) - case when m.reason = 'planned' then '{}' else coalesce(u.spans,
              '{}') end) as span, true as fillable
            union all
            select unnest(tstzmultirange(m.span) * case when m.reason = 'planned' then '{}' else coalesce(u.spans,
              '{}') end), false
        ) part
    ), same as materialized (
        select o.gap_id, f.part_id from old o join found f using (channel_id, gap_start, gap_end)
    ), pairs as materialized (
        select gap_id, part_id from same
        union all
        select o.gap_id, f.part_id from old o
          join found f on f.channel_id = o.channel_id and f.gap_start < o.gap_end and f.gap_end > o.gap_start
        where o.gap_id not in (select gap_id from same) and f.part_id not in (select part_id from same)
    ), homes as (
        -- a row continues as the first remaining part of it ...
        select distinct on (gap_id) gap_id, part_id from pairs join found using (part_id) order by gap_id, gap_start
    ), survivors as materialized (
        -- ... and where several rows become one, the row with the same start continues, else the first: no two rows
        -- share a start
        select distinct on (part_id) part_id, gap_id from homes join old o using (gap_id) join found f using (part_id)
        order by part_id, (o.gap_start = f.gap_start) desc, o.gap_start, gap_id
    ), inherited as (
        select part_id, min(o.detected_at) filter (where o.reason not in ('planned', 'not_yet_due')
          or o.reason = f.reason) as detected_at, max(o.attempts) as attempts,
            max(o.last_attempt_at) as last_attempt_at, min(o.next_attempt_at) as next_attempt_at,
            (array_agg(o.last_answer order by o.last_attempt_at desc nulls last))[1] as last_answer
        from pairs join old o using (gap_id) join found f using (part_id) group by part_id
    ), now_open as (
        select f.*, s.gap_id, coalesce(i.detected_at, as_of) as detected_at, i.detected_at is null as is_new,
          coalesce(i.attempts, 0) as attempts, i.last_attempt_at, i.last_answer,
            case when f.fillable then coalesce(i.next_attempt_at, as_of + first_ask) end as next_attempt_at
        from found f left join survivors s using (part_id) left join inherited i using (part_id)
    ), going_on as (
        update data_gaps g set gap_start = n.gap_start, gap_end = n.gap_end, reason = n.reason, fillable = n.fillable,
          missing_slots = n.slots, attempts = n.attempts,
            last_attempt_at = n.last_attempt_at, next_attempt_at = n.next_attempt_at, last_answer = n.last_answer,
              detected_at = n.detected_at, last_seen_at = as_of
        from now_open n where g.gap_id = n.gap_id
    ), added as (
        insert into data_gaps (channel_id, gap_start, gap_end, reason, fillable, missing_slots, attempts,
          last_attempt_at, next_attempt_at, last_answer, detected_at, last_seen_at)
        select channel_id, gap_start, gap_end, reason, fillable, slots, attempts, last_attempt_at, next_attempt_at,
          last_answer, detected_at, as_of
        from now_open where gap_id is null
    ), contracts as materialized (
        select c.channel_id, c.interval_seconds, c.contract
          from contract_spans((select min(gap_start) from old), (select max(gap_end)
          from old), (select array_agg(channel_id) from old)) c
    ), ended as materialized (
        -- the parts of a row that are no longer missing: a reading exists now, or none is expected
        select o.gap_id, lower(piece) as piece_start, upper(piece) as piece_end, extract(epoch
          from upper(piece) - lower(piece)) / c.interval_seconds as slots,
            k.readings > 0 as filled, k.run_id, k.fill_method, row_number() over (partition by o.gap_id
              order by lower(piece)) as nth,
            o.gap_id not in (select gap_id from homes) as nothing_left
        from old o join contracts c using (channel_id)
        cross join lateral (
            select tstzmultirange(tstzrange(o.gap_start, o.gap_end))
                - coalesce((select range_agg(tstzrange(f.gap_start, f.gap_end)) from pairs join found f using (part_id)
                  where pairs.gap_id = o.gap_id), '{}') as rest
        ) r
        cross join lateral (select unnest(rest * c.contract) as piece union all select unnest(rest - c.contract)) pieces
        cross join lateral (
            select count(*) as readings, max(run_id) as run_id,
                case when bool_and(data_quality = 'estimated') then 'estimated'
                  when bool_or(data_quality = 'estimated') then 'mixed' else 'source' end as fill_method
            from readings
              where channel_id = o.channel_id and "timestamp" >= lower(piece) and "timestamp" < upper(piece)
              and is_counted(data_quality, quality_method)
        ) k
        where o.gap_id not in (select gap_id from same) and o.reason is distinct from 'not_yet_due'
    ), closed as (
        update data_gaps g set gap_start = piece_start, gap_end = piece_end, missing_slots = e.slots,
          closed_at = as_of, next_attempt_at = null,
            filled_at = case when filled then as_of end, filled_by = case when filled then run_id end,
              fill_method = case when filled then e.fill_method end,
            close_reason = case when filled then 'filled' else 'not_expected' end
        from ended e where g.gap_id = e.gap_id and e.nothing_left and e.nth = 1
    ), split_off as (
        insert into data_gaps (channel_id, gap_start, gap_end, reason, fillable, missing_slots, attempts,
          last_attempt_at, last_answer, detected_at, last_seen_at, closed_at,
            filled_at, filled_by, fill_method, close_reason)
        select o.channel_id, piece_start, piece_end, o.reason, o.fillable, e.slots, o.attempts, o.last_attempt_at,
          o.last_answer, o.detected_at,
            o.last_seen_at, as_of, case when filled then as_of end, case when filled then run_id end,
              case when filled then e.fill_method end,
            case when filled then 'filled' else 'not_expected' end
        from ended e join old o using (gap_id) where not (e.nothing_left and e.nth = 1)
    ), merged as (
        update data_gaps g set closed_at = as_of, next_attempt_at = null, close_reason = 'merged'
        from homes h where g.gap_id = h.gap_id and g.gap_id not in (select gap_id
          from survivors) and g.reason is distinct from 'not_yet_due'
    ), in_time as (
        -- it never counted as missing: a row for the last minutes of every channel would hide the history
        delete from data_gaps g using old o
        where g.gap_id = o.gap_id and o.reason = 'not_yet_due' and o.gap_id not in (select gap_id from survivors)
    )
    select (select count(*) from now_open n where n.is_new and n.reason not in ('planned', 'not_yet_due')),
        (select count(*) from ended where filled), (select count(*) from ended where not filled);
end $$;
comment on function settle_gaps(integer[], tstzmultirange[], timestamptz, interval,
  interval) is 'Brings data_gaps up to date with what is missing of each channel within its looked and within its '
  'open gaps: neighbours become one row, a filled middle splits a row in two, and what is filled or not expected any '
  'more is closed. One transaction at a time. Returns how many gaps are new, filled, and not expected any more; '
  'planned and not_yet_due gaps do not count.';

create or replace function first_kept(channel_id integer) returns timestamptz language sql stable as $$
    select "timestamp" from readings r
      where r.channel_id = first_kept.channel_id and is_counted(data_quality, quality_method) order by "timestamp"
      limit 1
$$;
comment on function first_kept(integer) is 'Start of the first counted reading of a channel; null where it has none.';

create or replace function fetched_until(channel_id integer) returns timestamptz language sql stable as $$
    select case when c.active and p.state = 'live'
      and p.filled_at is null then coalesce(p.cursor, '-infinity') else 'infinity' end
    from poll_state p join channels c using (channel_id) where p.channel_id = fetched_until.channel_id
$$;
comment on function fetched_until(integer)
  is 'How far the first fetch of a live channel''s history has come. What lies after it is no gap, since it has not '
  'been requested yet. infinity once all of it is there; null where the channel was never polled.';

create or replace function find_gaps(range_start timestamptz, range_end timestamptz, channel_ids integer[],
  as_of timestamptz, history interval, ready_after interval, first_ask interval)
    returns table (opened bigint, filled bigint, withdrawn bigint) language plpgsql as $$
#variable_conflict use_column
begin
    perform pg_advisory_xact_lock(hashtext('wattline data_gaps'));
    return query
    with asked as (
        select c.channel_id,
          greatest(range_start, coalesce(c.installed_at, least(first_kept(c.channel_id), as_of - history)))
          as looked_from,
            least(range_end, as_of, fetched_until(c.channel_id)) as looked_until
        from channels c where find_gaps.channel_ids is null or c.channel_id = any (find_gaps.channel_ids)
    ), scopes as (
        select array_agg(channel_id order by channel_id) as ids,
            array_agg(case when looked_from < looked_until then tstzmultirange(tstzrange(looked_from, looked_until))
              else '{}' end order by channel_id) as looked
        from asked
    )
    select settled.* from scopes cross join lateral settle_gaps(ids, looked, as_of, ready_after, first_ask) settled;
end $$;
comment on function find_gaps(timestamptz, timestamptz, integer[], timestamptz, interval, interval,
  interval) is 'Searches [range_start, range_end) for gaps, as settle_gaps() does, from the installation of each '
  'channel on; where that is unknown, from its first reading or from as_of - history, whichever is earlier. All open '
  'gaps of the channels are checked. A history that is being fetched for the first time is searched as far as it has '
  'come (fetched_until). channel_ids null = all.';

create or replace function find_new_gaps(as_of timestamptz, again interval, history interval, ready_after interval,
  first_ask interval)
    returns table (opened bigint, filled bigint, withdrawn bigint) language plpgsql as $$
#variable_conflict use_column
declare
    seen constant bigint := (select coalesce(max(history_id), 0) from reading_history);
begin
    perform pg_advisory_xact_lock(hashtext('wattline data_gaps'));
    return query
    with bounds as (
        select c.channel_id, c.interval_seconds,
          greatest(c.installed_at, least(first_kept(c.channel_id), as_of - history)) as looked_from,
            least(as_of, c.uninstalled_at, case when not c.active then c.inactive_since end,
              fetched_until(c.channel_id)) as looked_until
        from channels c
    ), deleted as (
        select h.channel_id, range_agg(tstzrange(h."timestamp", h."timestamp" + interval '1 second')) as slots
        from reading_history h join gap_scans s on s.channel_id = h.channel_id and h.history_id > s.history_id
        where h.history_id > (select min(history_id) from gap_scans) and h.operation = 'delete' group by h.channel_id
    ), scopes as (
        select array_agg(b.channel_id order by b.channel_id) as ids, array_agg(case
            when looked_from >= looked_until then '{}'
            when s.interval_seconds = b.interval_seconds then tstzmultirange(tstzrange(looked_from, looked_until))
                - (tstzmultirange(tstzrange(scanned_from, scanned_until)) - tstzmultirange(tstzrange(as_of - again,
                  null)))
                + coalesce(d.slots, '{}')
            else tstzmultirange(tstzrange(looked_from, looked_until)) end order by b.channel_id) as looked
        from bounds b left join gap_scans s using (channel_id) left join deleted d using (channel_id)
    ), settled as (
        select settled.* from scopes cross join lateral settle_gaps(ids, looked, as_of, ready_after, first_ask) settled
    ), remembered as (
        insert into gap_scans as s (channel_id, scanned_from, scanned_until, interval_seconds, history_id, scanned_at)
        select channel_id, slot_at_or_after(looked_from, interval_seconds),
          slot_at_or_before(looked_until, interval_seconds), interval_seconds, seen, as_of
        from bounds where slot_at_or_after(looked_from, interval_seconds) <= slot_at_or_before(looked_until,
          interval_seconds)
        on conflict (channel_id) do update set scanned_from = case when s.interval_seconds = excluded.interval_seconds
          then least(s.scanned_from, excluded.scanned_from) else excluded.scanned_from end,
            scanned_until = excluded.scanned_until, interval_seconds = excluded.interval_seconds,
              history_id = excluded.history_id, scanned_at = excluded.scanned_at
    )
    select * from settled;
end $$;
comment on function find_new_gaps(timestamptz, interval, interval, interval,
  interval) is 'Searches for gaps where something is new since the last search (gap_scans): slots that have ended, '
  'changed contracts, deleted readings. Slots that started less than again before as_of are searched in any case, and '
  'all open gaps are checked. A channel that was never searched is searched from its first reading or from as_of - '
  'history, whichever is earlier, but not before its installation: earlier readings were never requested, and neither '
  'were those after fetched_until.';

comment on column data_gaps.reason is
  'planned (planned_pauses: not expected), rejected (it arrived and broke a rule: see dead_letters), not_yet_due (too '
  'young to count as missing), no_data_from_source (requested, and the source has nothing), channel_dead (the source '
  'refuses the channel, or its subscription has ended), api_failure (requests failed, or nobody has requested it '
  'yet). The first that applies, in this order.';
