-- How much energy, and how sure. Every figure that pages, reports and exports show comes from these functions.
-- Sums are exact: energies are rounded to 1e-6 kWh per channel and day (per channel and hour in bins of an hour), and
-- then added as numeric. Of the slots that are due: measured + estimated + suspect + missing = due. Unlike in
-- v_daily_energy, suspect readings are no part of the measured ones here.

-- Each reading with what is its own, so that no kWh counts twice
create or replace function counted_energy(of_channel integer, range_start timestamptz, range_end timestamptz)
    returns table ("timestamp" timestamptz, data_quality text, own_kwh double precision, holds_more boolean,
      on_grid boolean, power_kw double precision, cost double precision)
language sql stable as $$
    select r."timestamp", r.data_quality, r.energy_kwh - coalesce(e.elsewhere_kwh, 0),
        is_catch_up(r.quality_method) and e.is_complete is not true,
        extract(epoch from r."timestamp") % c.interval_seconds = 0, r.power_kw, r.cost
    from readings r join channels c on c.channel_id = of_channel
    left join lateral (select x.elsewhere_kwh, x.is_complete from v_energy_elsewhere x
        where r.data_quality = 'suspect' and x.channel_id = of_channel and x."timestamp" = r."timestamp"
            and x."timestamp" >= range_start and x."timestamp" < range_end) e on true
    where r.channel_id = of_channel and r."timestamp" >= range_start and r."timestamp" < range_end
        and is_counted(r.data_quality, r.quality_method)
$$;
comment on function counted_energy(integer, timestamptz, timestamptz) is
  'The readings of a channel that count, within a half-open range, each with its own energy in kWh: what readings of '
  'other slots hold by now is subtracted. holds_more: its energy is also that of the gap before it.';

-- Days of the channels, whole or cut by the range
create or replace function channel_energy_days(channel_ids integer[], range_start timestamptz, range_end timestamptz)
    returns table (channel_id integer, time_zone text, local_day date, part_start timestamptz, part_end timestamptz,
      settled boolean, energy_kwh numeric, estimated_kwh numeric, suspect_kwh numeric, catch_up_kwh numeric,
      due bigint, measured bigint, estimated bigint, suspect bigint, peak_power_kw double precision)
language sql stable as $$
    select d.channel_id, d.time_zone, d.local_day, d.day_start, d.day_end, d.settled, d.energy_kwh::numeric,
        coalesce(d.estimated_kwh, 0)::numeric, coalesce(d.suspect_kwh, 0)::numeric,
        coalesce(d.catch_up_kwh, 0)::numeric, d.due::bigint, (d.kept - d.suspect)::bigint, d.estimated::bigint,
        d.suspect::bigint, d.peak_power_kw
    from v_channel_days d
    where d.channel_id = any (channel_ids) and d.day_start >= range_start and d.day_end <= range_end
        and d.local_day >= (range_start at time zone 'UTC')::date - 1
        and d.local_day <= (range_end at time zone 'UTC')::date + 1
    union all
    select d.channel_id, d.time_zone, d.local_day, cut.cut_start, cut.cut_end, d.settled,
        round(f.energy_kwh::numeric, 6), round(f.estimated_kwh::numeric, 6), round(f.suspect_kwh::numeric, 6),
        round(f.catch_up_kwh::numeric, 6), greatest(slots.due, f.measured + f.estimated + f.suspect), f.measured,
        f.estimated, f.suspect, f.peak_power_kw
    from v_channel_days d
    cross join lateral (select greatest(d.day_start, range_start) as cut_start,
        least(d.day_end, range_end) as cut_end) cut
    cross join lateral (select slots_within(d.expected_spans * tstzmultirange(tstzrange(cut.cut_start,
        case when d.settled then cut.cut_end
            else greatest(cut.cut_start, least(cut.cut_end, d.due_until)) end)), d.interval_seconds)::bigint as due)
        slots
    cross join lateral (
        select sum(e.own_kwh) as energy_kwh,
            coalesce(sum(e.own_kwh) filter (where e.data_quality = 'estimated' and e.on_grid), 0) as estimated_kwh,
            coalesce(sum(e.own_kwh) filter (where e.data_quality = 'suspect' and e.on_grid), 0) as suspect_kwh,
            coalesce(sum(e.own_kwh) filter (where e.holds_more and e.on_grid), 0) as catch_up_kwh,
            count(*) filter (where e.on_grid and e.data_quality not in ('estimated', 'suspect')) as measured,
            count(*) filter (where e.on_grid and e.data_quality = 'estimated') as estimated,
            count(*) filter (where e.on_grid and e.data_quality = 'suspect') as suspect,
            max(e.power_kw) filter (where e.on_grid and e.data_quality <> 'estimated') as peak_power_kw
        from counted_energy(d.channel_id, cut.cut_start, cut.cut_end) e
    ) f
    where d.channel_id = any (channel_ids) and d.day_start < range_end and d.day_end > range_start
        and (d.day_start < range_start or d.day_end > range_end)
        and ((range_start at time zone 'UTC')::date - d.local_day between -1 and 1
            or (range_end at time zone 'UTC')::date - d.local_day between -1 and 1)
$$;
comment on function channel_energy_days(integer[], timestamptz, timestamptz) is
  'Energy of channels by local day, in kWh; a day that the range cuts counts with the part inside. settled: the day is '
  'over and everything of it was due.';

create or replace function channel_energy_hours(channel_ids integer[], range_start timestamptz, range_end timestamptz)
    returns table (channel_id integer, time_zone text, hour timestamptz, hour_end timestamptz, settled boolean,
      energy_kwh numeric, estimated_kwh numeric, suspect_kwh numeric, catch_up_kwh numeric, due bigint,
      measured bigint, estimated bigint, suspect bigint)
language sql stable as $$
    select d.channel_id, d.time_zone, h.hour, least(h.hour + interval '1 hour', d.day_end),
        d.settled or h.hour + interval '1 hour' <= d.due_until, h.energy_kwh::numeric, h.estimated_kwh::numeric,
        h.suspect_kwh::numeric, h.catch_up_kwh::numeric, slots.present + h.missing_readings,
        h.measured_readings - slots.suspect, h.estimated_readings, slots.suspect
    from v_channel_days d
    join v_hourly_energy h on h.channel_id = d.channel_id and h.date = d.local_day
    cross join lateral (select (h.measured_readings + h.estimated_readings)::bigint as present,
        round(h.suspect_share * (h.measured_readings + h.estimated_readings + h.missing_readings))::bigint as suspect) s
    cross join lateral (select s.present, coalesce(s.suspect, 0) as suspect) slots
    where d.channel_id = any (channel_ids) and h.hour >= range_start and h.hour < range_end
        and d.local_day >= (range_start at time zone 'UTC')::date - 1
        and d.local_day <= (range_end at time zone 'UTC')::date + 1
$$;
comment on function channel_energy_hours(integer[], timestamptz, timestamptz) is
  'Energy of channels by hour of the local day, in kWh, without catch-up energy, for hours that start within the '
  'range. It reads readings: ask for a few weeks.';

-- Bins of channels. Planned anew with the values of each call: a plan for all ranges and channels is slower by far.
create or replace function channel_energy_bins(channel_ids integer[], range_start timestamptz, range_end timestamptz,
  bin text)
    returns table (channel_id integer, time_zone text, local_start timestamp, hour timestamptz,
      covered_start timestamptz, covered_end timestamptz, settled boolean, energy_kwh numeric, estimated_kwh numeric,
      suspect_kwh numeric, catch_up_kwh numeric, due bigint, measured bigint, estimated bigint, suspect bigint)
language plpgsql stable set plan_cache_mode = force_custom_plan set jit = off rows 100 as $$
begin
    if bin = 'hour' then
        return query select h.channel_id, h.time_zone, h.hour at time zone h.time_zone, h.hour, h.hour, h.hour_end,
            h.settled, h.energy_kwh, h.estimated_kwh, h.suspect_kwh, h.catch_up_kwh, h.due, h.measured, h.estimated,
            h.suspect
        from channel_energy_hours(channel_ids, range_start, range_end) h;
        return;
    end if;
    return query
    select d.channel_id, min(d.time_zone),
        case when bin <> 'all' then date_trunc(bin, d.local_day::timestamp) end, null::timestamptz,
        min(d.part_start) as covered_start, max(d.part_end) as covered_end, bool_and(d.settled) as settled,
        sum(d.energy_kwh) as energy_kwh, sum(d.estimated_kwh) as estimated_kwh, sum(d.suspect_kwh) as suspect_kwh,
        sum(d.catch_up_kwh) as catch_up_kwh, sum(d.due)::bigint as due, sum(d.measured)::bigint as measured,
        sum(d.estimated)::bigint as estimated, sum(d.suspect)::bigint as suspect
    from channel_energy_days(channel_ids, range_start, range_end) d
    group by 1, 3;
end $$;
comment on function channel_energy_bins(integer[], timestamptz, timestamptz, text) is
  'Energy of each of the channels in bins, see energy_bins. covered_start and covered_end: what of the bin lies in the '
  'range and since the first reading.';

-- Bins over channels, each with a factor: 1 adds the channel, -1 subtracts it
create or replace function energy_bins(channel_ids integer[], factors numeric[], range_start timestamptz,
  range_end timestamptz, bin text)
    returns table (bin_start timestamptz, bin_end timestamptz, local_start timestamp, partial boolean,
      energy_kwh numeric, measured_kwh numeric, estimated_kwh numeric, suspect_kwh numeric, catch_up_kwh numeric,
      due bigint, measured bigint, estimated bigint, suspect bigint, missing bigint)
language sql stable as $$
    select b.bin_start, b.bin_end, s.local_start,
        not (s.settled and s.covered_start <= b.bin_start and s.covered_end >= b.bin_end),
        trim_scale(s.energy_kwh), trim_scale(s.energy_kwh - s.estimated_kwh - s.suspect_kwh),
        trim_scale(s.estimated_kwh), trim_scale(s.suspect_kwh), trim_scale(s.catch_up_kwh),
        s.due, s.measured, s.estimated, s.suspect, greatest(0, s.due - s.measured - s.estimated - s.suspect)
    from (
        select p.local_start, p.hour, min(p.time_zone) as time_zone, min(p.covered_start) as covered_start,
            max(p.covered_end) as covered_end, bool_and(p.settled) as settled,
            sum(f.factor * p.energy_kwh) as energy_kwh, sum(f.factor * p.estimated_kwh) as estimated_kwh,
            sum(f.factor * p.suspect_kwh) as suspect_kwh, sum(f.factor * p.catch_up_kwh) as catch_up_kwh,
            sum(p.due)::bigint as due, sum(p.measured)::bigint as measured, sum(p.estimated)::bigint as estimated,
            sum(p.suspect)::bigint as suspect
        from channel_energy_bins(channel_ids, range_start, range_end, bin) p
        join unnest(channel_ids, factors) as f(channel_id, factor) using (channel_id)
        group by p.local_start, p.hour
    ) s
    cross join lateral (select
        case bin when 'all' then range_start when 'hour' then s.hour
            else day_start(s.local_start::date, s.time_zone) end as bin_start,
        case bin when 'all' then range_end when 'hour' then s.covered_end
            else day_start((s.local_start + ('1 ' || bin)::interval)::date, s.time_zone) end as bin_end) b
    order by 1
$$;
comment on function energy_bins(integer[], numeric[], timestamptz, timestamptz, text) is
  'Energy in kWh of a sum of channels, each with a factor, within a half-open range, in bins hour, day, week, month '
  'or year of the site''s time zone, or all for one sum. partial: the range or the time since the first reading cuts '
  'the bin, or not everything of it is due yet. Slots: measured + estimated + suspect + missing = due. Bins of an hour '
  'leave out catch-up energy, and an hour belongs to the range in which it starts.';

create or replace function channel_energy(of_channel integer, range_start timestamptz, range_end timestamptz,
  bin text default 'all')
    returns table (bin_start timestamptz, bin_end timestamptz, local_start timestamp, partial boolean,
      energy_kwh numeric, measured_kwh numeric, estimated_kwh numeric, suspect_kwh numeric, catch_up_kwh numeric,
      due bigint, measured bigint, estimated bigint, suspect bigint, missing bigint)
language sql stable as $$
    select * from energy_bins(array[of_channel], array[1::numeric], range_start, range_end, bin)
$$;
comment on function channel_energy(integer, timestamptz, timestamptz, text) is
  'Energy of a channel, see energy_bins.';

create or replace function site_energy(of_site text, range_start timestamptz, range_end timestamptz,
  bin text default 'all')
    returns table (bin_start timestamptz, bin_end timestamptz, local_start timestamp, partial boolean,
      energy_kwh numeric, measured_kwh numeric, estimated_kwh numeric, suspect_kwh numeric, catch_up_kwh numeric,
      due bigint, measured bigint, estimated bigint, suspect bigint, missing bigint)
language sql stable as $$
    select b.* from (select array_agg(channel_id) as ids, array_agg(1::numeric) as ones from v_site_channels
        where organization_id = of_site and counts_toward_site) c
    cross join lateral energy_bins(c.ids, c.ones, range_start, range_end, bin) b
$$;
comment on function site_energy(text, timestamptz, timestamptz, text) is
  'Energy of a site: the sum of its channels of which counts_toward_site is true, see energy_bins.';

create or replace function virtual_meter_energy(of_meter integer, range_start timestamptz, range_end timestamptz,
  bin text default 'all')
    returns table (bin_start timestamptz, bin_end timestamptz, local_start timestamp, partial boolean,
      energy_kwh numeric, measured_kwh numeric, estimated_kwh numeric, suspect_kwh numeric, catch_up_kwh numeric,
      due bigint, measured bigint, estimated bigint, suspect bigint, missing bigint)
language sql stable as $$
    select b.* from (select array_agg(channel_id) as ids, array_agg(weight) as factors from virtual_meter_map
        where virtual_meter_id = of_meter) c
    cross join lateral energy_bins(c.ids, c.factors, range_start, range_end, bin) b
$$;
comment on function virtual_meter_energy(integer, timestamptz, timestamptz, text) is
  'Energy of a virtual meter, channels added and subtracted; its slots are those of all its channels, see energy_bins.';

-- Where a site is quiet, where it peaks
create or replace function site_hours(of_site text, first_day date, end_day date)
    returns table (local_day date, hour_of_day integer, hour_start timestamptz, energy_kwh numeric,
      estimated_kwh numeric, suspect_kwh numeric, missing integer)
language sql stable as $$
    select d.local_day, extract(hour from (d.day_start + (h.nth - 1) * interval '1 hour')
          at time zone known_time_zone(o.timezone))::integer, d.day_start + (h.nth - 1) * interval '1 hour', h.kwh,
        h.estimated, h.suspect, h.missing
    from site_days d join organizations o using (organization_id)
    cross join lateral unnest(d.hour_kwh, d.hour_estimated_kwh, d.hour_suspect_kwh, d.hour_missing)
        with ordinality as h(kwh, estimated, suspect, missing, nth)
    where d.organization_id = of_site and d.local_day >= first_day and d.local_day < end_day
    order by 3
$$;
comment on function site_hours(text, date, date) is
  'Energy of a site by hour in kWh, without catch-up energy, for its days from first_day until before end_day; null '
  'where no reading is there.';

create or replace function site_load(of_site text, first_day date, end_day date)
    returns table (peak_power_kw double precision, peak_at timestamptz, mean_power_kw double precision,
      base_load_kw double precision, load_factor double precision, hours_complete bigint, hours bigint)
language sql stable as $$
    with known as (
        select count(*) as hours, count(*) filter (where missing = 0 and energy_kwh is not null) as complete,
            avg(energy_kwh) filter (where missing = 0)::double precision as mean_kw,
            percentile_cont(0.05) within group (order by energy_kwh::double precision)
                filter (where missing = 0) as base_kw
        from site_hours(of_site, first_day, end_day) where hour_start < wattline_now()
    ), peak as (
        select d.peak_power_kw, d.peak_at from site_days d
        where d.organization_id = of_site and d.local_day >= first_day and d.local_day < end_day
            and d.peak_power_kw is not null
        order by d.peak_power_kw desc, d.peak_at limit 1
    )
    select p.peak_power_kw, p.peak_at, k.mean_kw, k.base_kw, k.mean_kw / nullif(p.peak_power_kw, 0), k.complete, k.hours
    from known k left join peak p on true
$$;
comment on function site_load(text, date, date) is
  'Peak, mean and base load of a site in kW over its days from first_day until before end_day. Peak: the highest sum '
  'of its channels in one slot. Mean and base load (the power that 95 % of the hours exceed) come from the hours in '
  'which no reading is missing. Load factor: mean / peak, 0 to 1.';

-- What it costs
create or replace function site_cost(of_site text, first_day date, end_day date)
    returns table (tariff_name text, currency_code text, rate_name text, energy_kwh numeric, cost numeric)
language sql stable as $$
    with priced as (
        select t.tariff_name, t.currency_code, coalesce(r.rate_name, 'standard') as rate_name, h.energy_kwh,
            h.energy_kwh * coalesce(r.per_kwh, t.per_kwh) as cost
        from site_hours(of_site, first_day, end_day) h
        join tariffs t on t.organization_id = of_site and h.local_day >= t.valid_from
            and (t.valid_until is null or h.local_day < t.valid_until)
        left join lateral (select r.* from tariff_rates r
            where r.organization_id = of_site and r.valid_from = t.valid_from
                and extract(isodow from h.local_day)::integer = any (r.weekdays)
                and case when r.from_hour < r.to_hour then h.hour_of_day >= r.from_hour and h.hour_of_day < r.to_hour
                    else h.hour_of_day >= r.from_hour or h.hour_of_day < r.to_hour end
            order by r.position limit 1) r on true
        where h.energy_kwh is not null
        union all
        select t.tariff_name, t.currency_code, 'late energy', e.catch_up_kwh, e.catch_up_kwh * t.per_kwh
        from organizations o
        cross join lateral site_energy(of_site, day_start(first_day, known_time_zone(o.timezone)),
            day_start(end_day, known_time_zone(o.timezone)), 'day') e
        join tariffs t on t.organization_id = of_site and e.local_start::date >= t.valid_from
            and (t.valid_until is null or e.local_start::date < t.valid_until)
        where o.organization_id = of_site and e.catch_up_kwh <> 0
        union all
        select t.tariff_name, t.currency_code, 'standing charge', null, t.per_day
        from tariffs t join site_days d on d.organization_id = of_site and d.local_day >= t.valid_from
            and (t.valid_until is null or d.local_day < t.valid_until)
        where t.organization_id = of_site and t.per_day <> 0 and d.local_day >= first_day and d.local_day < end_day
            and d.day_start < wattline_now()
    )
    select p.tariff_name, p.currency_code, p.rate_name, trim_scale(sum(p.energy_kwh)), round(sum(p.cost), 2)
    from priced p group by 1, 2, 3 order by 1, 3
$$;
comment on function site_cost(text, date, date) is
  'Cost of a site''s energy by tariff and rate of config/tariffs.yaml, for its days from first_day until before '
  'end_day, rounded to the cent. Each hour has the price of its rate; energy that came late, after a gap, has the '
  'price outside every rate. No row where no tariff holds.';

-- Upkeep of site_days
create or replace function stale_site_days() returns trigger language plpgsql set search_path from current as $$
begin
    insert into site_days as s (organization_id, local_day)
    select distinct c.organization_id, n.local_day from changed n join channels c using (channel_id)
    where c.organization_id is not null
    order by 1, 2
    on conflict (organization_id, local_day) do update set stale = true where not s.stale;
    return null;
end $$;
comment on function stale_site_days() is 'Trigger of channel_day_quality: records the site days that have changed.';
create or replace trigger site_days_inserted after insert on channel_day_quality referencing new table as changed
    for each statement execute function stale_site_days();
create or replace trigger site_days_updated after update on channel_day_quality referencing new table as changed
    for each statement execute function stale_site_days();

create or replace function stale_sites() returns trigger language plpgsql set search_path from current as $$
begin
    update site_days set stale = true
    where organization_id in (old.organization_id, new.organization_id) and not stale;
    return null;
end $$;
comment on function stale_sites() is 'Trigger of channels: records the sites whose channels count differently now.';
create or replace trigger sites_stale after update of organization_id, displayed_phase, is_metering_point, meter_id,
  interval_seconds on channels for each row
    when (row(old.organization_id, old.displayed_phase, old.is_metering_point, old.meter_id, old.interval_seconds)
        is distinct from row(new.organization_id, new.displayed_phase, new.is_metering_point, new.meter_id,
          new.interval_seconds)) execute function stale_sites();

create or replace function refresh_site_days(as_of timestamptz, at_most integer) returns integer language plpgsql as $$
declare
    refreshed integer;
begin
    -- one at a time: two would wait for each other's rows
    perform pg_advisory_xact_lock(hashtext('refresh_site_days'));
    with chosen as materialized (
        select s.organization_id, s.local_day, known_time_zone(o.timezone) as time_zone
        from site_days s join organizations o using (organization_id)
        where s.stale order by s.organization_id, s.local_day limit at_most
    ), bounds as materialized (
        select c.*, day_start(c.local_day, c.time_zone) as day_start, day_start(c.local_day + 1, c.time_zone) as day_end
        from chosen c
    ), members as materialized (
        select v.channel_id, v.organization_id, v.interval_seconds from v_site_channels v
        where v.counts_toward_site and v.organization_id in (select organization_id from chosen)
    )
    update site_days s set day_start = b.day_start, day_end = b.day_end, hour_kwh = h.kwh,
        hour_estimated_kwh = h.estimated, hour_suspect_kwh = h.suspect, hour_missing = h.missing,
        peak_power_kw = p.kw, peak_at = p.slot, vendor_cost = p.vendor_cost, stale = false, refreshed_at = as_of
    from bounds b
    cross join lateral (
        select array_agg(x.kwh order by x.hour) as kwh, array_agg(x.estimated order by x.hour) as estimated,
            array_agg(x.suspect order by x.hour) as suspect, array_agg(x.missing order by x.hour) as missing
        from (
            select hours.hour, sum(e.energy_kwh::numeric) as kwh,
                coalesce(sum(e.estimated_kwh::numeric), 0) as estimated,
                coalesce(sum(e.suspect_kwh::numeric), 0) as suspect,
                coalesce(sum(e.missing_readings), 0)::integer as missing
            from generate_series(b.day_start, b.day_end - interval '1 second', interval '1 hour') as hours(hour)
            left join (select v.hour, v.energy_kwh, v.estimated_kwh, v.suspect_kwh, v.missing_readings
                from members m join v_hourly_energy v on v.channel_id = m.channel_id and v.date = b.local_day
                where m.organization_id = b.organization_id) e on e.hour = hours.hour
            group by hours.hour
        ) x
    ) h
    left join lateral (
        select max(k.kw) as kw,
            (array_agg(k.slot order by k.kw desc, k.slot) filter (where k.kw is not null))[1] as slot,
            sum(k.vendor_cost) as vendor_cost
        from (
            select r.slot, sum(r.kw) as kw, sum(r.vendor_cost) as vendor_cost from (
                select m.channel_id, slot_at_or_before(e."timestamp", w.seconds) as slot, avg(e.power_kw) as kw,
                    sum(e.cost)::numeric as vendor_cost
                from members m
                cross join lateral (select greatest(least(max(i.interval_seconds), 3600), 1) as seconds from members i
                    where i.organization_id = b.organization_id) w
                cross join lateral counted_energy(m.channel_id, b.day_start, b.day_end) e
                where m.organization_id = b.organization_id and e.on_grid
                group by 1, 2
            ) r group by r.slot
        ) k
    ) p on true
    where s.organization_id = b.organization_id and s.local_day = b.local_day;
    get diagnostics refreshed = row_count;
    return refreshed;
end $$;
comment on function refresh_site_days(timestamptz, integer) is
  'Makes stale rows of site_days again, at most at_most of them, as of an instant. Returns how many; fewer than '
  'at_most means that all are done.';
