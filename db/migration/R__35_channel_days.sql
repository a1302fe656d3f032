-- channel_day_quality follows readings, dead letters and contracts: triggers record where something changed, and
-- refresh_touched_days() computes those days again.

-- Bound at creation and not by name at run time, since a materialized view is refreshed without this schema in the
-- search path.
create or replace function slots_within(spans tstzmultirange,
  interval_seconds integer) returns integer language sql immutable parallel safe
return (select coalesce(sum((extract(epoch from slot_at_or_after(upper(span), interval_seconds)) - extract(epoch
  from slot_at_or_after(lower(span), interval_seconds)))
    / interval_seconds), 0)::integer from unnest(spans) as span);
comment on function slots_within(tstzmultirange, integer) is 'How many slots (length in s) start within bounded spans.';

create or replace function quality_setting(name text) returns double precision language sql stable as $$ select value
  from quality_settings where setting = name $$;
comment on function quality_setting(text) is 'A threshold of table quality_settings.';

-- Where something changed
-- ---------------------------------------------------------------------------------------------------------------------
create or replace function queue_channel_days() returns trigger language plpgsql set search_path from current as $$
begin
    insert into channel_day_queue (channel_id, changed_from, changed_to)
      select channel_id, min("timestamp"), max("timestamp") from changed group by channel_id;
    return null;
end $$;
comment on function queue_channel_days()
  is 'Trigger of readings: records the channels and times of the rows that a statement changed. A statement that '
  'changes nothing records nothing.';
create or replace trigger reading_days_inserted after insert on readings referencing new table
  as changed for each statement execute function queue_channel_days();
create or replace trigger reading_days_updated after update on readings referencing new table
  as changed for each statement execute function queue_channel_days();
create or replace trigger reading_days_deleted after delete on readings referencing old table
  as changed for each statement execute function queue_channel_days();

create or replace function queue_dead_letter_days() returns trigger language plpgsql set search_path from current as $$
begin
    insert into channel_day_queue (channel_id, changed_from, changed_to)
    select channel_id, min(reading_timestamp), max(reading_timestamp) from changed
    where reading_timestamp is not null and channel_id in (select channel_id from channels) group by channel_id;
    return null;
end $$;
comment on function queue_dead_letter_days()
  is 'Trigger of dead_letters: records the channels and times of the rows that a statement wrote.';
create or replace trigger dead_letter_days_inserted after insert on dead_letters referencing new table
  as changed for each statement execute function queue_dead_letter_days();
create or replace trigger dead_letter_days_updated after update on dead_letters referencing new table
  as changed for each statement execute function queue_dead_letter_days();

create or replace function stale_channel_days() returns trigger language plpgsql set search_path from current as $$
declare
    pause planned_pauses;
begin
    if tg_table_name = 'channels' then
        update channel_day_quality set stale = true where channel_id = new.channel_id and not stale;
    elsif tg_table_name = 'organizations' then
        update channel_day_quality set stale = true where not stale and channel_id in (select channel_id from channels
          where organization_id = new.organization_id);
    else
        for pause in select * from (select (old).* where tg_op <> 'INSERT' union all select (new).*
          where tg_op <> 'DELETE') both_of_them loop
            update channel_day_quality q set stale = true from channels c
            where c.channel_id = q.channel_id and not q.stale
              and (c.channel_id = pause.channel_id or c.organization_id = pause.organization_id)
                and q.day_end > pause.pause_start and q.day_start < coalesce(pause.pause_end, 'infinity');
        end loop;
    end if;
    return null;
end $$;
comment on function stale_channel_days()
  is 'Trigger of channels, organizations and planned_pauses: records the days whose expected readings have changed.';
create or replace trigger channel_days_stale after update of interval_seconds, installed_at, uninstalled_at, active,
  organization_id on channels for each row
    when (row(old.interval_seconds, old.installed_at, old.uninstalled_at, old.active, old.organization_id)
        is distinct from row(new.interval_seconds, new.installed_at, new.uninstalled_at, new.active,
          new.organization_id)) execute function stale_channel_days();
create or replace trigger organization_days_stale after update of timezone on organizations for each row
    when (old.timezone is distinct from new.timezone) execute function stale_channel_days();
create or replace trigger pause_days_stale after insert or update
  or delete on planned_pauses for each row execute function stale_channel_days();

-- The figures
-- ---------------------------------------------------------------------------------------------------------------------
create or replace function refresh_channel_days(channel_ids integer[], local_days date[],
  as_of timestamptz) returns integer language plpgsql as $$
declare
    due_until constant timestamptz := as_of - make_interval(secs => quality_setting('due-after-seconds'));
    on_time_within constant interval := make_interval(secs => quality_setting('on-time-seconds'));
    extreme_kw constant double precision := quality_setting('power-extreme-kw');
    refreshed integer;
begin
    with zones as materialized (
        select organization_id, known_time_zone(timezone) as time_zone from organizations
    ), days as materialized (
        select distinct c.channel_id, d.local_day, c.interval_seconds, c.created_at as known_since,
            day_start(d.local_day, coalesce(z.time_zone, 'UTC')) as day_start,
              day_start(d.local_day + 1, coalesce(z.time_zone, 'UTC')) as day_end
        from unnest(channel_ids, local_days) as d(channel_id, local_day) join channels c on c.channel_id = d.channel_id
          left join zones z using (organization_id)
    ), contracts as materialized (
        select s.channel_id, s.contract - s.paused as spans
        from contract_spans((select min(day_start) from days), (select max(day_end)
          from days), (select array_agg(distinct days.channel_id) from days)) s
    ), expecting as materialized (
        select d.*, c.spans * tstzmultirange(tstzrange(d.day_start, d.day_end)) as spans,
          make_interval(secs => d.interval_seconds) as length
        from days d join contracts c on c.channel_id = d.channel_id
    )
    insert into channel_day_quality as q (channel_id, local_day, day_start, day_end, interval_seconds, expected_spans,
      expected, kept, estimated, suspect, edited, off_grid,
        rejected, energy_null, power_null, voltage_null, current_null, power_factor_null, power_negative,
          power_extreme, watched, on_time, first_reading_at, last_reading_at,
        longest_gap_seconds, missed_spans,
          energy_kwh, estimated_kwh, suspect_kwh, catch_up_kwh, average_power_kw, peak_power_kw,
        settled, stale, refreshed_at)
    select d.channel_id, d.local_day, d.day_start, d.day_end, d.interval_seconds, d.spans,
      slots_within(d.spans, d.interval_seconds), f.kept, f.estimated, f.suspect, f.edited,
        f.off_grid, (select count(*) from dead_letters l
          where l.channel_id = d.channel_id and l.status = 'open' and not l.partial
          and l.reading_timestamp >= d.day_start
          and l.reading_timestamp < d.day_end),
        f.energy_null, f.power_null, f.voltage_null, f.current_null, f.power_factor_null, f.power_negative,
          f.power_extreme, f.watched, f.on_time, f.first_at, f.last_at,
        coalesce((select max(extract(epoch from upper(gap) - lower(gap))) from unnest(m.missed) as gap), 0), m.missed,
        f.energy_kwh, f.estimated_kwh, f.suspect_kwh, f.catch_up_kwh, f.average_power_kw, f.peak_power_kw,
          d.day_end + d.length <= due_until, false, as_of
    from expecting d
    cross join lateral (
        select count(*) filter (where is_kept) as kept, count(*) filter (where is_estimate) as estimated,
          count(*) filter (where is_kept and data_quality = 'suspect') as suspect,
            count(*) filter (where is_kept and data_quality = 'edited') as edited,
              count(*) filter (where not on_grid and counted) as off_grid,
            count(*) filter (where is_kept and energy_kwh is null) as energy_null,
              count(*) filter (where is_kept and power_kw is null) as power_null,
            count(*) filter (where is_kept and voltage_v is null) as voltage_null,
              count(*) filter (where is_kept and current_a is null) as current_null,
            count(*) filter (where is_kept and power_factor is null) as power_factor_null,
              count(*) filter (where is_kept and power_kw < 0) as power_negative,
            count(*) filter (where is_kept and abs(power_kw) > extreme_kw) as power_extreme,
            count(*) filter (where is_kept and "timestamp" >= d.known_since) as watched,
            count(*) filter (where is_kept and "timestamp" >= d.known_since
              and created_at <= "timestamp" + d.length + on_time_within) as on_time,
            min("timestamp") filter (where is_kept) as first_at, max("timestamp") filter (where is_kept) as last_at,
            range_agg(tstzrange("timestamp", "timestamp" + d.length)) filter (where is_kept) as covered,
            sum(energy_kwh) filter (where counted) as energy_kwh, coalesce(sum(energy_kwh) filter (where is_estimate),
              0) as estimated_kwh,
            coalesce(sum(energy_kwh) filter (where is_kept and data_quality = 'suspect'), 0) as suspect_kwh,
            coalesce(sum(energy_kwh) filter (where is_kept and holds_more), 0) as catch_up_kwh,
            avg(power_kw) filter (where is_kept) as average_power_kw,
              max(power_kw) filter (where is_kept) as peak_power_kw
        from (
            select r."timestamp", r.data_quality, r.quality_method,
              r.energy_kwh - coalesce(e.elsewhere_kwh, 0) as energy_kwh, r.power_kw, r.voltage_v, r.current_a,
              r.power_factor, r.created_at, g.on_grid, g.counted,
                g.on_grid and g.counted and r.data_quality <> 'estimated' as is_kept, g.on_grid and g.counted
                  and r.data_quality = 'estimated' as is_estimate,
                is_catch_up(r.quality_method) and e.is_complete is not true as holds_more
            from readings r
            cross join lateral (select extract(epoch from r."timestamp") % d.interval_seconds = 0 as on_grid,
              is_counted(r.data_quality, r.quality_method) as counted) g
            -- energy of a gap counts once: once the gap has readings, it is subtracted from the reading after it. The
            -- bounds of the day are repeated, or all suspect readings of the channel would be read.
            left join lateral (select e.elsewhere_kwh, e.is_complete from v_energy_elsewhere e
                where r.data_quality = 'suspect' and e.channel_id = d.channel_id and e."timestamp" = r."timestamp"
                    and e."timestamp" >= d.day_start and e."timestamp" < d.day_end) e on true
            where r.channel_id = d.channel_id and r."timestamp" >= d.day_start and r."timestamp" < d.day_end
        ) each_of_them
    ) f
    cross join lateral (
        select d.spans * tstzmultirange(tstzrange(null, slot_at_or_before(due_until, d.interval_seconds)))
          - coalesce(f.covered, '{}') as missed
    ) m
    order by d.channel_id, d.local_day
    on conflict (channel_id, local_day) do update set
        day_start = excluded.day_start, day_end = excluded.day_end, interval_seconds = excluded.interval_seconds,
          expected_spans = excluded.expected_spans,
        expected = excluded.expected, kept = excluded.kept, estimated = excluded.estimated, suspect = excluded.suspect,
          edited = excluded.edited, off_grid = excluded.off_grid,
        rejected = excluded.rejected, energy_null = excluded.energy_null, power_null = excluded.power_null,
          voltage_null = excluded.voltage_null,
        current_null = excluded.current_null, power_factor_null = excluded.power_factor_null,
          power_negative = excluded.power_negative,
        power_extreme = excluded.power_extreme, watched = excluded.watched, on_time = excluded.on_time,
          first_reading_at = excluded.first_reading_at,
        last_reading_at = excluded.last_reading_at, longest_gap_seconds = excluded.longest_gap_seconds,
          missed_spans = excluded.missed_spans,
          energy_kwh = excluded.energy_kwh,
        estimated_kwh = excluded.estimated_kwh, suspect_kwh = excluded.suspect_kwh,
          catch_up_kwh = excluded.catch_up_kwh, average_power_kw = excluded.average_power_kw,
        peak_power_kw = excluded.peak_power_kw, settled = excluded.settled, stale = excluded.stale,
        refreshed_at = excluded.refreshed_at;
    get diagnostics refreshed = row_count;
    return refreshed;
end $$;
comment on function refresh_channel_days(integer[], date[],
  timestamptz)
  is 'Computes rows of channel_day_quality again, one for each pair of the two arrays, as of an instant. Returns how '
  'many.';

create or replace function whole_gap_seconds(of_channel integer, range_start timestamptz, range_end timestamptz)
  returns double precision language sql stable as $$
    select coalesce(max(extract(epoch from upper(gap) - lower(gap))), 0)::double precision
    from unnest((select range_agg(missed_spans) from channel_day_quality
      where channel_id = of_channel and missed_spans <> '{}')) as gap
    where gap && tstzrange(range_start, range_end)
$$;
comment on function whole_gap_seconds(integer, timestamptz, timestamptz)
  is 'The longest gap of a channel that reaches into [range_start, range_end), in s, over all of its days.';

drop function if exists refresh_touched_days(timestamptz);
create or replace function refresh_touched_days(as_of timestamptz,
  at_most integer default null) returns integer language plpgsql as $$
declare
    last constant integer := coalesce(at_most, 1000000000);
    channel_ids integer[];
    local_days date[];
begin
    -- one at a time: two would wait for each other's rows
    perform pg_advisory_xact_lock(hashtext('refresh_touched_days'));
    with zones as materialized (
        select organization_id, known_time_zone(timezone) as time_zone from organizations
    ), of_channels as materialized (
        select c.channel_id, coalesce(z.time_zone, 'UTC') as time_zone,
          (as_of at time zone coalesce(z.time_zone, 'UTC'))::date as today, c.active,
            (select min(local_day) from channel_day_quality q where q.channel_id = c.channel_id) as first_row,
            (select max(local_day) from channel_day_quality q where q.channel_id = c.channel_id) as last_row,
            (least((select min(r."timestamp") from readings r where r.channel_id = c.channel_id), c.installed_at,
              as_of) at time zone coalesce(z.time_zone, 'UTC'))::date as since
        from channels c left join zones z using (organization_id)
    ), taken as (
        delete from channel_day_queue returning *
    ), touched as materialized (
        -- a dead letter may have any time: no day before the channel's first, and no future day
        select distinct c.channel_id, greatest((t.changed_from at time zone c.time_zone)::date,
          least(c.first_row, c.since)) as first_day,
            least((t.changed_to at time zone c.time_zone)::date, c.today) as last_day
        from taken t join of_channels c using (channel_id)
        union
        -- a suspect reading beside what changed may hold its energy, see v_energy_elsewhere
        select c.channel_id, (beside."timestamp" at time zone c.time_zone)::date,
          (beside."timestamp" at time zone c.time_zone)::date
        from taken t join of_channels c using (channel_id)
        cross join lateral (
            (select r."timestamp", r.data_quality from readings r
              where r.channel_id = t.channel_id and r."timestamp" > t.changed_to order by r."timestamp" limit 1)
            union all
            (select r."timestamp", r.data_quality from readings r
              where r.channel_id = t.channel_id and r."timestamp" < t.changed_from order by r."timestamp" desc limit 1)
        ) beside
        where beside.data_quality = 'suspect'
    ), bounds as (
        -- the rows of a channel have no hole, up to today
        select c.channel_id, c.first_row, c.last_row,
          least(c.first_row, min(t.first_day), case when c.active then c.today end) as first_day,
            greatest(c.last_row, max(t.last_day), case when c.active then c.today end) as last_day
        from of_channels c left join touched t on t.channel_id = c.channel_id and t.first_day <= t.last_day
          group by c.channel_id, c.first_row, c.last_row, c.active, c.today
    ), wanted as (
        select channel_id, day::date as local_day
          from touched, generate_series(first_day::timestamp, last_day::timestamp, interval '1 day') as day
        union select channel_id, day::date
          from bounds, generate_series(first_day::timestamp, coalesce(first_row - 1, last_day)::timestamp,
          interval '1 day') as day
        union select channel_id, day::date
          from bounds, generate_series((last_row + 1)::timestamp, last_day::timestamp, interval '1 day') as day
        union select channel_id, local_day from channel_day_quality
            where (not settled or stale)
              and (stale or day_end + make_interval(secs => interval_seconds + quality_setting('due-after-seconds'))
              <= as_of)
    )
    select array_agg(w.channel_id order by w.channel_id, w.local_day), array_agg(w.local_day
      order by w.channel_id, w.local_day) into channel_ids, local_days from wanted w;
    -- the rest waits for the next call: one row for each run of days
    insert into channel_day_queue (channel_id, changed_from, changed_to)
    select channel_id, day_start(min(local_day), time_zone), day_start(max(local_day), time_zone)
    from (
        select t.channel_id, t.local_day, t.local_day - (row_number() over (partition by t.channel_id
          order by t.local_day))::integer as run, z.time_zone
        from unnest(channel_ids[last + 1 :], local_days[last + 1 :]) as t(channel_id, local_day)
        join (select c.channel_id, known_time_zone(o.timezone) as time_zone from channels c left
          join organizations o using (organization_id)) z using (channel_id)
    ) rest
    group by channel_id, time_zone, run;
    return refresh_channel_days(channel_ids[: last], local_days[: last], as_of);
end $$;
comment on function refresh_touched_days(timestamptz,
  integer) is 'Computes the rows of channel_day_quality again for days that have changed since the last call, and for '
  'days that have begun or ended: at most at_most rows (null = all), the rest in later calls. Returns how many; fewer '
  'than at_most means that all are done.';

-- Earlier versions computed future days for dead letters.
delete from channel_day_quality where local_day > (wattline_now() at time zone 'UTC')::date + 1;
-- Earlier versions counted adopted rows that do not count as off the grid.
update channel_day_quality set stale = true where off_grid > 0;
