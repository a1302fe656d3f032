-- How backfill jobs begin, continue and end. Several processes call these functions: what must not happen twice happens
-- under the lock of the job's row.

drop function if exists open_backfill(text, text, timestamptz, timestamptz, integer[], timestamptz, boolean, integer);
create function open_backfill(p_kind text, p_who text, p_start timestamptz, p_end timestamptz, p_channel_ids integer[],
  p_now timestamptz, p_due_only boolean, p_window_seconds integer)
    returns bigint language plpgsql as $$
declare
    new_job bigint;
    pieces integer;
begin
    -- one at a time, or two jobs would take the same gaps
    perform pg_advisory_xact_lock(hashtext('open_backfill'));
    insert into backfill_jobs (kind, range_start, range_end, channel_ids, created_by) values (p_kind, p_start, p_end,
      p_channel_ids, p_who) returning job_id into new_job;
    insert into backfill_windows (job_id, channel_id, window_start, window_end)
    with wanted as (
        select channel_id, interval_seconds, lower(span) as span_start, upper(span) as span_end
        from contract_spans(p_start, least(p_end, p_now), p_channel_ids), unnest(contract) as span
        where p_kind in ('range', 'reconcile')
        union all
        select channel_id, interval_seconds, greatest(gap_start, p_start), least(gap_end, p_end)
        from data_gaps g join channels c using (channel_id)
        where p_kind in ('gaps', 'automatic') and closed_at is null and coalesce(fillable, true) and reason is distinct
          from 'planned' and reason is distinct from 'not_yet_due'
          and (p_channel_ids is null or channel_id = any (p_channel_ids))
            and (not p_due_only or next_attempt_at <= p_now)
          and (p_start is null or gap_end > p_start) and (p_end is null or gap_start < p_end)
          -- without the gaps that another open job is going to read
          and not exists (select from backfill_windows w join backfill_jobs j using (job_id)
            where w.channel_id = g.channel_id and w.state = 'open'
              and j.state in ('open', 'paused') and w.window_start <= g.gap_start and w.window_end >= g.gap_end)
    ), cut as (
        -- on a fixed grid, so that adjacent gaps share a window
        select channel_id, floor(extract(epoch from span_start) / seconds) * seconds as bucket, span_start, span_end,
          seconds
        from (select *, greatest(1, p_window_seconds / interval_seconds) * interval_seconds as seconds from wanted) s
    )
    select new_job, channel_id, min(greatest(span_start, to_timestamp(edge))),
      max(least(span_end, to_timestamp(edge + seconds)))
    from cut, generate_series(bucket, extract(epoch from span_end) - 1, seconds) as edge
    group by channel_id, edge;
    get diagnostics pieces = row_count;
    if pieces = 0 then
        delete from backfill_jobs where job_id = new_job;
        return null;
    end if;
    update backfill_jobs set windows = pieces where job_id = new_job;
    return new_job;
end $$;
comment on function open_backfill(text, text, timestamptz, timestamptz, integer[], timestamptz, boolean,
  integer) is 'Opens a backfill job and cuts it into windows of at most p_window_seconds. Kinds range and reconcile '
  'read [p_start, p_end), as far as it is past and the channels are installed. Kinds gaps and automatic read the open '
  'gaps that may be filled, within the range where one is given; with p_due_only only gaps whose next attempt is due '
  'at p_now. p_channel_ids null = all. Returns the number of the job; null where there is nothing to read, and then '
  'no job exists.';

drop function if exists close_backfill(bigint);
create function close_backfill(p_job bigint) returns boolean language sql as $$
    update backfill_jobs j set finished_at = clock_timestamp(),
        state = case when exists (select from backfill_windows w
          where w.job_id = j.job_id and w.state in ('failed', 'refused')) then 'failed' else 'done' end
    where job_id = p_job and state in ('open', 'paused') and not exists (select from backfill_windows w
      where w.job_id = j.job_id and w.state = 'open')
    returning true
$$;
comment on function close_backfill(bigint)
  is 'Ends a job that has no window left to read; true where it did. The caller holds the lock of the job''s row.';

drop function if exists finish_backfill_window(bigint, text, bigint, text, text, boolean, interval, interval, integer,
  timestamptz, interval[]);
create function finish_backfill_window(p_window bigint, p_claimed_by text, p_run bigint, p_outcome text, p_error text,
  p_channel_over boolean, p_pause interval, p_pause_max interval,
    p_attempts_max integer, p_now timestamptz, p_ask_again interval[]) returns boolean language plpgsql as $$
declare
    this backfill_windows;
    ended bigint[];
begin
    -- the process that finishes last sees that nothing is left
    perform from backfill_jobs where job_id = (select job_id from backfill_windows
      where window_id = p_window) for update;
    select * into this from backfill_windows
      where window_id = p_window and claimed_by = p_claimed_by and state = 'open'
      and claimed_until is not null for update;
    if not found then
        return false;
    end if;
    update backfill_windows w set claimed_until = null, run_id = p_run, error = p_error,
        fetched = l.fetched, inserted = w.inserted + l.inserted, updated = w.updated + l.updated,
          unchanged = l.unchanged, rejected = l.rejected,
        not_before = case p_outcome when 'failed' then clock_timestamp() + least(p_pause_max,
          p_pause * 2 ^ least(this.attempts - 1, 16))
            when 'waiting' then clock_timestamp() + p_pause end,
        -- a window that was not requested, since the process stops or the source is unavailable, is no failed attempt
        attempts = w.attempts - case when p_outcome in ('released', 'waiting') then 1 else 0 end
    from (select coalesce(sum(readings_fetched), 0) as fetched, coalesce(sum(readings_inserted), 0) as inserted,
      coalesce(sum(readings_updated), 0) as updated,
            coalesce(sum(readings_unchanged), 0) as unchanged, coalesce(sum(readings_rejected), 0) as rejected
          from ingestion_logs
            where run_id = p_run and channel_id = this.channel_id and start_time >= this.window_start
            and start_time < this.window_end) l
    where w.window_id = p_window;
    update runs set finished_at = greatest(finished_at, p_now) where run_id = p_run;
    with over as (
        update backfill_windows w set finished_at = clock_timestamp(), error = p_error,
            state = case when j.state = 'cancelled'
              and p_outcome in ('released', 'waiting', 'failed') then 'cancelled' else p_outcome end
        from backfill_jobs j
        where j.job_id = this.job_id and w.job_id = this.job_id and w.state = 'open' and (
            w.window_id = p_window and (p_outcome in ('done', 'refused') or p_outcome = 'failed'
              and w.attempts >= p_attempts_max or j.state = 'cancelled')
            -- the other windows of a dead or unsubscribed channel are not requested
            or p_channel_over and w.channel_id = this.channel_id)
        returning w.window_id
    )
    select array_agg(window_id) into ended from over;
    if ended is null then
        return false;
    end if;
    perform answer_gaps(this.job_id, this.channel_id, ended, p_now, p_ask_again);
    update backfill_jobs set started_at = coalesce(started_at, this.claimed_at) where job_id = this.job_id;
    return coalesce(close_backfill(this.job_id), false);
end $$;
comment on function finish_backfill_window(bigint, text, bigint, text, text, boolean, interval, interval, integer,
  timestamptz,
  interval[])
  is 'Records the outcome of a claimed window: done; refused (by the source); failed (the request failed: tried again '
  'after p_pause, doubled each time up to p_pause_max, and given up after p_attempts_max attempts); waiting (not '
  'requested, since the source is unavailable: tried again after p_pause without limit); or released (not finished, '
  'since the process stops). p_channel_over: the source refuses the whole channel, and its other windows end in the '
  'same way. p_ask_again: when gaps are asked for again, counted from detected_at. Returns whether the job has ended. '
  'A window that another process has claimed meanwhile is not changed.';

drop function if exists answer_gaps(bigint, integer, bigint[], timestamptz, interval[]);
create function answer_gaps(p_job bigint, p_channel integer, p_ended bigint[], p_now timestamptz,
  p_ask_again interval[]) returns void language sql as $$
    -- locked in the order of the search for gaps; its changes are seen below
    select from data_gaps where channel_id = p_channel and closed_at is null order by gap_id for update;
    with own as (
        select * from backfill_windows where job_id = p_job and channel_id = p_channel and state <> 'cancelled'
    ), asked as (
        -- the whole gap was requested, and no part of it is still to be read
        select g.gap_id, g.detected_at, g.missing_slots, g.gap_start, g.gap_end,
          min(w.error) filter (where w.state = 'failed') as broke,
          min(w.error) filter (where w.state = 'refused') as refused
        from data_gaps g join own w on w.window_start < g.gap_end and w.window_end > g.gap_start
        where g.channel_id = p_channel and g.closed_at is null and g.reason is distinct from 'planned'
        group by g.gap_id
        having bool_or(w.window_id = any (p_ended)) and not bool_or(w.state = 'open')
            and range_agg(tstzrange(w.window_start, w.window_end)) @> tstzrange(g.gap_start, g.gap_end)
    ), found as (
        select a.*, coalesce(a.missing_slots, extract(epoch
          from a.gap_end - a.gap_start)::integer / c.interval_seconds) as missing,
            (select count(*) from readings r
              where r.channel_id = p_channel and r."timestamp" >= a.gap_start and r."timestamp" < a.gap_end
                and is_counted(r.data_quality, r.quality_method) and r.data_quality <> 'estimated') as given,
            (select count(*) from dead_letters d
              where d.channel_id = p_channel and d.reading_timestamp >= a.gap_start and d.reading_timestamp < a.gap_end
              and d.status = 'open' and not d.partial) as rejected,
            (select min(a.detected_at + pause) from unnest(p_ask_again) as pause
              where a.detected_at + pause > p_now) as next_turn
        from asked a join channels c on c.channel_id = p_channel
    )
    update data_gaps g set attempts = g.attempts + 1, last_attempt_at = p_now,
        last_answer = case
            when f.given >= f.missing then format('The source gave all %s readings.', f.missing)
            when f.broke is not null then 'Asking broke down: ' || f.broke
            when f.refused is not null then 'The source refuses it: ' || f.refused
            when f.given > 0 then format('The source gave %s of %s readings.', f.given, f.missing)
            when f.rejected > 0 then format('The source gave %s readings that broke a rule: see dead_letters.',
              f.rejected)
            else 'The source holds no readings of it.' end,
        -- the source has not refused it: ask again, however late
        next_attempt_at = case when f.given >= f.missing then null when f.broke is not null then coalesce(f.next_turn,
          p_now + p_ask_again[1]) else f.next_turn end,
        fillable = case when f.given < f.missing and f.broke is null
          and f.next_turn is null then false else g.fillable end
    from found f where g.gap_id = f.gap_id
$$;
comment on function answer_gaps(bigint, integer, bigint[], timestamptz,
  interval[])
  is 'Applies the end of windows (p_ended) of a job to the channel''s open gaps that the job has read as a whole: '
  'counts the attempt, stores the result for people, and sets the next attempt. After the last time of p_ask_again '
  'the gap is not fillable any more. The search for gaps closes gaps that are filled.';

drop function if exists backfill_progress(bigint);
create function backfill_progress(p_job bigint default null)
    returns table (job_id bigint, kind text, state text, range_start timestamptz, range_end timestamptz,
      created_by text, created_at timestamptz, started_at timestamptz,
        finished_at timestamptz, channels integer, windows integer, windows_over integer, windows_failed integer,
          in_hand integer, fetched bigint, inserted bigint, updated bigint,
        rejected bigint, readings_per_second double precision, seconds_left double precision,
          error text) language sql stable as $$
    select j.job_id, j.kind, j.state, j.range_start, j.range_end, j.created_by, j.created_at, j.started_at,
      j.finished_at,
        t.channels, j.windows, t.over, t.failed, t.in_hand, t.fetched, t.inserted, t.updated, t.rejected,
          t.fetched_lately / s.seconds,
        case when j.state in ('open', 'paused') then (j.windows - t.over) * s.seconds / nullif(t.over_lately, 0) end,
          t.error
    from backfill_jobs j
    cross join lateral (select least(60, greatest(1, extract(epoch
      from coalesce(j.finished_at, clock_timestamp()) - coalesce(j.started_at, j.created_at))))::double precision
      as seconds) s
    cross join lateral (select count(distinct w.channel_id)::integer as channels,
      count(*) filter (where w.state <> 'open')::integer as over,
        count(*) filter (where w.state in ('failed', 'refused'))::integer as failed,
          count(*) filter (where w.claimed_until > clock_timestamp())::integer as in_hand,
        sum(w.fetched)::bigint as fetched, sum(w.inserted)::bigint as inserted, sum(w.updated)::bigint as updated,
          sum(w.rejected)::bigint as rejected,
        coalesce(sum(w.fetched) filter (where w.finished_at > coalesce(j.finished_at,
          clock_timestamp()) - make_interval(secs => s.seconds)), 0)::double precision as fetched_lately,
        count(*) filter (where w.finished_at > coalesce(j.finished_at,
          clock_timestamp()) - make_interval(secs => s.seconds)) as over_lately,
        (array_agg(w.error
          order by w.finished_at desc nulls first, w.claimed_at desc) filter (where w.error is not null))[1] as error
        from backfill_windows w where w.job_id = j.job_id) t
    where p_job is null or j.job_id = p_job
$$;
comment on function backfill_progress(bigint)
  is 'The progress of a job, or of every job (null): windows in total, over (of these failed or refused), being read; '
  'readings fetched, new, corrected, rejected; readings per second and seconds left at the rate of its last minute '
  '(null while it is unknown); the latest error, for people.';

create or replace function pause_backfill(p_job bigint) returns boolean language sql as $$
    with changed as (update backfill_jobs set state = 'paused' where job_id = p_job and state = 'open' returning 1)
      select exists (select from changed)
$$;
comment on function pause_backfill(bigint)
  is 'Pauses an open job: no further window is claimed, and windows that are being read are finished. False where it '
  'is not open.';

create or replace function resume_backfill(p_job bigint) returns boolean language plpgsql as $$
begin
    update backfill_jobs set state = 'open', finished_at = null
      where job_id = p_job and state in ('open', 'paused', 'failed');
    if not found then
        return false;
    end if;
    update backfill_windows set state = 'open', attempts = 0, not_before = null, finished_at = null
      where job_id = p_job and state in ('failed', 'refused');
    update backfill_windows set not_before = null where job_id = p_job and state = 'open';
    return true;
end $$;
comment on function resume_backfill(bigint)
  is 'Resumes a paused or failed job: its windows are claimed again, and windows that could not be read are tried '
  'again. False where it is done or cancelled.';

create or replace function cancel_backfill(p_job bigint) returns boolean language plpgsql as $$
begin
    update backfill_jobs set state = 'cancelled', finished_at = clock_timestamp()
      where job_id = p_job and state in ('open', 'paused');
    if not found then
        return false;
    end if;
    update backfill_windows set state = 'cancelled', finished_at = clock_timestamp()
      where job_id = p_job and state = 'open' and coalesce(claimed_until, '-infinity') <= clock_timestamp();
    return true;
end $$;
comment on function cancel_backfill(bigint)
  is 'Cancels a job: its remaining windows are not read, and windows that are being read are finished. False where it '
  'is over already.';
