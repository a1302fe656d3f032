-- Reconciliation: how it begins and its results. Late readings, and the look-back that follows from them.

create or replace function open_reconciliation(p_who text, p_start timestamptz, p_end timestamptz,
  p_channel_ids integer[], p_now timestamptz, p_window_seconds integer, p_once boolean)
    returns bigint language plpgsql as $$
begin
    -- the timers of several processes fire at the same second
    perform pg_advisory_xact_lock(hashtext('open_reconciliation'));
    if p_once and exists (select from backfill_jobs where kind = 'reconcile'
            and (state in ('open', 'paused') or created_by = p_who and range_start = p_start and range_end = p_end))
              then
        return null;
    end if;
    return open_backfill(p_kind => 'reconcile', p_who => p_who, p_start => p_start, p_end => p_end,
      p_channel_ids => p_channel_ids, p_now => p_now, p_due_only => false,
        p_window_seconds => p_window_seconds);
end $$;
comment on function open_reconciliation(text, timestamptz, timestamptz, integer[], timestamptz, integer,
  boolean) is 'Opens a job that compares [p_start, p_end) with the source, in windows of at most p_window_seconds. '
  'With p_once it opens none where another reconciliation is running, or where the same person or part has compared '
  'this range already. p_channel_ids null = all. Returns its number; null where none was opened.';

create or replace function publish_reconciliations(p_now timestamptz) returns setof reconciliations language sql as $$
    with over as (
        select job_id, extract(epoch from finished_at - coalesce(started_at, created_at))::double precision as seconds
        from backfill_jobs j
        where kind = 'reconcile' and finished_at is not null and not exists (select from reconciliations r
          where r.job_id = j.job_id)
    ), read as (
        select w.job_id, w.channel_id, min(w.window_start) as range_start, max(w.window_end) as range_end,
            coalesce(sum(s.slots) filter (where w.state = 'done'), 0) as compared,
              coalesce(sum(s.slots) filter (where w.state <> 'done'), 0) as unreadable, sum(w.rejected) as rejected
        from over join backfill_windows w using (job_id) join channels c using (channel_id)
        cross join lateral (select extract(epoch
          from w.window_end - w.window_start)::integer / c.interval_seconds as slots) s
        group by w.job_id, w.channel_id
    ), numbered as (
        select job_id, channel_id, kind, "timestamp", row_number() over (partition by job_id, channel_id, kind
          order by "timestamp") as place
        from over join reading_differences using (job_id)
    ), found as (
        select job_id, channel_id, kind, count(*) as slots,
            jsonb_agg(to_char("timestamp" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
              order by "timestamp") filter (where place <= 10) as samples
        from numbered group by job_id, channel_id, kind
    ), counted as (
        select job_id, channel_id, jsonb_object_agg(kind, samples) as samples,
            coalesce(sum(slots) filter (where kind = 'missing'), 0) as missing,
              coalesce(sum(slots) filter (where kind = 'changed'), 0) as changed,
            coalesce(sum(slots) filter (where kind = 'extra'), 0) as extra
        from found group by job_id, channel_id
    )
    insert into reconciliations (job_id, channel_id, range_start, range_end, compared, missing, changed, extra,
      rejected, unreadable, verdict, samples, duration_seconds, published_at)
    select r.job_id, r.channel_id, r.range_start, r.range_end, r.compared, coalesce(c.missing, 0),
      coalesce(c.changed, 0), coalesce(c.extra, 0), r.rejected, r.unreadable,
        case when r.unreadable > 0 then 'unread' when c.extra > 0 then 'differs' when c.missing > 0
          or c.changed > 0 then 'repaired' else 'equal' end,
        coalesce(c.samples, '{}'), o.seconds, p_now
    from read r join over o using (job_id) left join counted c using (job_id, channel_id)
    on conflict (job_id, channel_id) do nothing
    returning *
$$;
comment on function publish_reconciliations(timestamptz)
  is 'Writes one row per channel for each reconciliation that has ended and has none yet; returns the new rows.';

create or replace function late_readings(p_start timestamptz, p_end timestamptz) returns table (channel_id integer,
  "timestamp" timestamptz, seen_seconds integer, unseen_seconds integer)
    language sql stable as $$
    with came as (
        select r.channel_id, r."timestamp", r.run_id, n.started_at,
          r."timestamp" + make_interval(secs => c.interval_seconds) as slot_end
        from readings r join channels c using (channel_id) join runs n using (run_id)
        where r."timestamp" >= p_start and r."timestamp" < p_end
          and n.kind in ('poll', 'sync', 'backfill', 'reconcile') and r.data_quality in ('measured', 'suspect')
            -- a reading in the first response is not late
            and n.started_at > r."timestamp" + make_interval(secs => 2 * c.interval_seconds)
    )
    select came.channel_id, came."timestamp", extract(epoch
      from came.started_at - came.slot_end)::integer, extract(epoch from asked.last_at - came.slot_end)::integer
    from came
    -- it had been requested before, and was missing or different
    join lateral (select max(n.started_at) as last_at from ingestion_logs l join runs n using (run_id)
        where l.channel_id = came.channel_id and l.start_time <= came."timestamp" and l.end_time > came."timestamp"
            -- no window is longer
            and l.end_time <= came."timestamp" + interval '32 days' and l.status = 'success'
              and l.run_id < came.run_id) asked
        on asked.last_at >= came.slot_end
$$;
comment on function late_readings(timestamptz,
  timestamptz)
  is 'Readings that start within [p_start, p_end) and arrived, or changed, after their slot had been requested: how '
  'long after the end of the slot they were seen (seen_seconds), and how long after it the source still did not have '
  'them (unseen_seconds), in s. Readings that Wattline itself requested late are left out.';

create or replace function lateness(p_start timestamptz, p_end timestamptz)
    returns table (channel_id integer, readings integer, days integer, median_seconds double precision,
      p95_seconds double precision, needed_seconds double precision)
    language sql stable as $$
    select channel_id, count(*)::integer, count(distinct ("timestamp" at time zone 'UTC')::date)::integer,
        percentile_cont(0.5) within group (order by seen_seconds),
          percentile_cont(0.95) within group (order by seen_seconds),
        -- where the reading was seen long after the previous request, it may have been there for a while: then the
        -- look-back doubles
        percentile_cont(0.95) within group (order by least(seen_seconds, 2 * unseen_seconds + 3600))
    from late_readings(p_start, p_end) group by channel_id
$$;
comment on function lateness(timestamptz,
  timestamptz)
  is 'How late the readings of each channel that start within [p_start, p_end) arrived: how many were late and on how '
  'many days (UTC), median and 95th percentile of the time between the end of a slot and the run that brought it, and '
  'the look-back that would have found 95 of 100, in s. Channels without late readings are left out.';

create or replace function adapt_look_back(p_now timestamptz, p_base interval, p_max interval, p_window interval,
  p_readings_min integer, p_days_min integer)
    returns table (channel_id integer, before_seconds integer, after_seconds integer, reason text) language sql as $$
    with wanted as (
        select p.channel_id, p.look_back_seconds as before_seconds, l.readings, l.days, l.p95_seconds,
            f.look_back_seconds as forecast_seconds,
            -- least() passes over a null: without a stream and a forecast it would be p_max
            least(extract(epoch from p_max), coalesce(greatest(f.look_back_seconds,
                case when l.readings >= p_readings_min and l.days >= p_days_min
                    then ceil(l.needed_seconds * 1.25 / 3600) * 3600 end), 0))::integer as seconds
        from poll_state p left join lateness(p_now - p_window, p_now) l using (channel_id)
        left join lateral (select look_back_seconds, horizon_end from forecasts
            where kind = 'late' and subject = 'channel:' || p.channel_id and made_at <= p_now
            order by made_for desc limit 1) f on f.horizon_end > p_now
    ), settled as (
        select *, case when seconds > extract(epoch from p_base) then seconds end as after_seconds from wanted
    ), changed as (
        update poll_state p set look_back_seconds = s.after_seconds, look_back_since = p_now,
            look_back_reason = case when s.after_seconds <= s.forecast_seconds
              then 'A forecast says that readings will come later than the look-back reaches.'
              when s.after_seconds is not null
              then format('%s readings of the last %s days, on %s of them, came late or changed: 95 of 100 within %s '
              'h.',
                s.readings, round(extract(epoch from p_window) / 86400), s.days,
                  round((s.p95_seconds / 3600)::numeric, 1)) end
        from settled s
        where p.channel_id = s.channel_id and s.before_seconds is distinct from s.after_seconds
        returning p.channel_id, s.before_seconds, s.after_seconds, p.look_back_reason
    )
    select channel_id, coalesce(before_seconds, extract(epoch from p_base)::integer),
      coalesce(after_seconds, extract(epoch from p_base)::integer),
        coalesce(look_back_reason, 'Readings do not come late any more.')
    from changed order by channel_id
$$;
comment on function adapt_look_back(timestamptz, interval, interval, interval, integer,
  integer) is 'Adapts the look-back of channels whose readings keep arriving late: with at least p_readings_min late '
  'readings on p_days_min days of the last p_window, it becomes what would have found 95 of 100 of them plus a '
  'quarter, in whole hours, from p_base up to p_max. While a forecast of kind late is open, it is at least what '
  'that asks for. When readings arrive in time again, it is p_base. Returns the channels that have changed.';
