-- The short case of estimation in SQL alone: a straight line of up to an hour between good readings. The same gaps,
-- values and marks as ./wattline estimate, but for one
-- thing: it asks nobody for the energy over a gap, so nothing is scaled. Not for channels that are no straight line
-- (config/estimation.yaml says which, a test holds both equal).

create or replace function fill_short_gaps(up_to interval default '1 hour', channel_ids integer[] default null,
    except_types text[] default array['batch meter', 'solar meter', 'temperature'], dry_run boolean default false)
    returns table (channel_id integer, gap_start timestamptz, gap_end timestamptz, slots integer,
      energy_kwh double precision, run_id bigint) language plpgsql as $$
#variable_conflict use_column
declare
    this_run bigint;
begin
    create temporary table if not exists short_gap_slot (gap_id bigint, channel_id integer, gap_start timestamptz,
      gap_end timestamptz, slot timestamptz,
        energy_kwh double precision, export_kwh double precision, hours double precision, before_kwh double precision,
          after_kwh double precision) on commit drop;
    truncate short_gap_slot;
    insert into short_gap_slot
    with short as materialized (
        select g.gap_id, g.channel_id, g.gap_start, g.gap_end, c.interval_seconds,
            (extract(epoch from g.gap_end - g.gap_start) / c.interval_seconds)::integer as n
        from data_gaps g join channels c using (channel_id)
        where g.closed_at is null and g.fillable = false and g.reason is distinct
          from 'planned' and g.gap_end - g.gap_start <= up_to
          and extract(epoch from g.gap_start) % c.interval_seconds = 0 and extract(epoch
            from g.gap_end) % c.interval_seconds = 0
          and (channel_ids is null or g.channel_id = any (channel_ids))
            and coalesce(c.channel_type, '') <> all (except_types)
          and not exists (select from readings r
            where r.channel_id = g.channel_id and r."timestamp" >= g.gap_start and r."timestamp" < g.gap_end)
        order by g.gap_id for update of g -- in the order of those who look for gaps, or two could wait for each other
    )
    select s.gap_id, s.channel_id, s.gap_start, s.gap_end,
      s.gap_start + (i - 1) * make_interval(secs => s.interval_seconds),
        greatest(least(b.energy_kwh, a.energy_kwh),
          least(greatest(b.energy_kwh, a.energy_kwh), b.energy_kwh + (a.energy_kwh - b.energy_kwh) * i / (s.n + 1))),
        case when b.energy_export_kwh is not null
          and a.energy_export_kwh is not null then greatest(least(b.energy_export_kwh, a.energy_export_kwh),
            least(greatest(b.energy_export_kwh, a.energy_export_kwh),
              b.energy_export_kwh + (a.energy_export_kwh - b.energy_export_kwh) * i / (s.n + 1))) end,
        s.interval_seconds / 3600.0, b.energy_kwh, a.energy_kwh
    from short s
    join readings b on b.channel_id = s.channel_id
      and b."timestamp" = s.gap_start - make_interval(secs => s.interval_seconds)
        and b.data_quality = 'measured' and b.energy_kwh is not null
    join readings a on a.channel_id = s.channel_id and a."timestamp" = s.gap_end and a.data_quality = 'measured'
      and a.energy_kwh is not null
    cross join lateral generate_series(1, s.n) as i;

    if dry_run then
        return query select s.channel_id, s.gap_start, s.gap_end, count(*)::integer, sum(s.energy_kwh), null::bigint
          from short_gap_slot s group by s.gap_id, 1, 2, 3 order by 1, 2;
        return;
    end if;
    if not exists (select from short_gap_slot) then
        return;
    end if;

    insert into runs (kind, started_at, finished_at) values ('estimate', current_timestamp, current_timestamp)
      returning run_id into this_run;
    return query
    with kept as (
        insert into readings (channel_id, "timestamp", energy_kwh, energy_export_kwh, power_kw, data_quality,
          quality_method, run_id)
        select s.channel_id, s.slot, s.energy_kwh, s.export_kwh, (s.energy_kwh - coalesce(s.export_kwh, 0)) / s.hours,
          'estimated', 'linear', this_run from short_gap_slot s
        on conflict (channel_id, "timestamp") do nothing -- a measurement wins
        returning channel_id, "timestamp", energy_kwh
    ), filled as (
        select s.gap_id, s.channel_id, s.gap_start, s.gap_end, count(*)::integer as slots,
          sum(k.energy_kwh) as energy_kwh, min(s.before_kwh) as before_kwh, min(s.after_kwh) as after_kwh
        from short_gap_slot s join kept k on k.channel_id = s.channel_id and k."timestamp" = s.slot group by 1, 2, 3, 4
    ), noted as (
        insert into estimates (gap_id, run_id, channel_id, gap_start, gap_end, method, slots, energy_kwh, inputs,
          estimated_at)
        select f.gap_id, this_run, f.channel_id, f.gap_start, f.gap_end, 'linear', f.slots, f.energy_kwh,
            jsonb_build_object('beforeKwh', f.before_kwh, 'afterKwh', f.after_kwh, 'by', 'fill_short_gaps'),
              current_timestamp from filled f
    ), closed as (
        update data_gaps g set filled_at = current_timestamp, filled_by = this_run, fill_method = 'estimated',
          closed_at = current_timestamp, close_reason = 'filled', next_attempt_at = null
        from filled f where g.gap_id = f.gap_id
    )
    select f.channel_id, f.gap_start, f.gap_end, f.slots, f.energy_kwh, this_run from filled f order by 1, 2;
end $$;
comment on function fill_short_gaps(interval, integer[], text[],
  boolean) is 'Estimates short gaps that the source has refused for good (data_gaps.fillable = false) by a straight '
  'line between the good readings beside them; returns what it filled. up_to: the longest gap; channel_ids null = '
  'all; except_types: channel types that are not estimated; dry_run: returns the result and writes nothing.';
