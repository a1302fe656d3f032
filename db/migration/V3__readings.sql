set local client_min_messages = warning;

-- Readings. On an empty schema this makes the table; on a database that people have it adopts theirs in place: every row stays, grants and columns of their own too.

-- 1. Columns --------------------------------------------------------------------------------------------------------------------------------------
create table if not exists readings (
    id          bigserial,
    channel_id  integer     not null references channels,
    "timestamp" timestamptz not null
);

-- A column data_quality of another meaning (a number, say, from the vendor's field Q, which is reactive power) makes room for ours under another name.
do $$
begin
    if exists (select from pg_attribute where attrelid = 'readings'::regclass and attname = 'data_quality' and not attisdropped) then
        alter table readings rename column data_quality to data_quality_before;
        comment on column readings.data_quality_before is 'Column data_quality as it was before Wattline took over; not used.';
    end if;
end $$;

alter table readings
    add column if not exists id                  bigserial not null,
    add column if not exists energy_kwh          double precision,
    add column if not exists power_kw            double precision,
    add column if not exists voltage_v           double precision,
    add column if not exists current_a           double precision,
    add column if not exists power_factor        double precision,
    add column if not exists reactive_power_kvar double precision,
    add column if not exists temperature_c       double precision,
    add column if not exists relative_humidity   double precision,
    add column if not exists created_at          timestamptz default current_timestamp,
    add column if not exists frequency_hz        double precision,
    add column if not exists thd_voltage         double precision,
    add column if not exists thd_current         double precision,
    add column if not exists signal_strength     double precision,
    add column if not exists apparent_power_kva  double precision,
    add column if not exists neutral_current_a   double precision,
    add column if not exists energy_export_kwh   double precision,
    add column if not exists cost                double precision,
    add column if not exists energy_kwh_l1       double precision,
    add column if not exists energy_kwh_l2       double precision,
    add column if not exists energy_kwh_l3       double precision,
    add column if not exists power_kw_l1         double precision,
    add column if not exists power_kw_l2         double precision,
    add column if not exists power_kw_l3         double precision,
    add column if not exists voltage_v_l1        double precision,
    add column if not exists voltage_v_l2        double precision,
    add column if not exists voltage_v_l3        double precision,
    add column if not exists current_a_l1        double precision,
    add column if not exists current_a_l2        double precision,
    add column if not exists current_a_l3        double precision,
    add column if not exists power_factor_l1     double precision,
    add column if not exists power_factor_l2     double precision,
    add column if not exists power_factor_l3     double precision,
    add column if not exists data_quality        text not null default 'measured',
    add column if not exists quality_method      text,
    add column if not exists raw                 jsonb,
    add column if not exists run_id              bigint,
    add column if not exists updated_at          timestamptz;

create table if not exists readings_set_aside (
    set_aside_id bigint generated always as identity primary key,
    channel_id   integer     not null,
    "timestamp"  timestamptz not null,
    reason       text        not null,
    reading      jsonb       not null,
    set_aside_at timestamptz not null default current_timestamp
);

-- Indexes and keys that the new key makes redundant: each costs time at every insert. An index over other columns belongs to somebody: it stays.
do $$
declare
    redundant record;
begin
    for redundant in
        select i.indexrelid::regclass as index, c.conname as constraint
        from pg_index i left join pg_constraint c on c.conindid = i.indexrelid and c.conrelid = i.indrelid and c.contype in ('p', 'u')
        where i.indrelid = 'readings'::regclass and i.indexprs is null and i.indpred is null
          and (select array_agg(attname::text order by attname) from pg_attribute where attrelid = i.indrelid and attnum = any (i.indkey))
              in (array['id'], array['channel_id'], array['timestamp'], array['channel_id', 'timestamp'])
    loop
        if redundant.constraint is not null then
            execute format('alter table readings drop constraint %I', redundant.constraint);
        else
            execute format('drop index %s', redundant.index);
        end if;
    end loop;
end $$;

-- 2. Values, times and marks of adopted rows, in one rewrite of the table ---------------------------------------------------------------------------
-- Old names and what they hold; power_w1 .. 3 hold kW and energy_wh1 .. 3 hold kWh, whatever they are called.
create temporary table old_column (old_name text primary key, new_name text not null, divisor numeric not null default 1) on commit drop;
insert into old_column values ('apparent_power_va', 'apparent_power_kva', 1000);
insert into old_column (old_name, new_name)
    select replace(old, '#', n::text), new || n from generate_series(1, 3) n, (values ('voltage_v#', 'voltage_v_l'), ('current_a#', 'current_a_l'),
        ('power_w#', 'power_kw_l'), ('power_factor_#', 'power_factor_l'), ('energy_wh#', 'energy_kwh_l')) as o (old, new);

-- Naive timestamps hold the local time of the site. Zone of the organization; America/New_York where it has none.
do $$
declare
    wrong record;
begin
    if (select atttypid from pg_attribute where attrelid = 'readings'::regclass and attname = 'timestamp') = 'timestamp'::regtype then
        for wrong in select organization_id, timezone from organizations where timezone is not null and timezone not in (select name from pg_timezone_names) loop
            raise exception 'Organization % has the time zone "%", which PostgreSQL does not know, and its readings hold local time. Set organizations.timezone to an IANA '
                'name such as America/New_York and migrate again; nothing has been changed.', wrong.organization_id, wrong.timezone;
        end loop;
    end if;
end $$;

-- The instant of a local time: the first one where the clock showed it twice (autumn), null where it never showed it (spring).
create function pg_temp.first_instant(local timestamp, zone text) returns timestamptz language plpgsql stable as $$
declare
    instant constant timestamptz := local at time zone zone;
begin
    return case when (instant - interval '1 hour') at time zone zone = local then instant - interval '1 hour'
                when (instant - interval '30 minutes') at time zone zone = local then instant - interval '30 minutes'
                when instant at time zone zone = local then instant end;
end $$;
create function pg_temp.last_instant(local timestamp, zone text) returns timestamptz language plpgsql stable as $$
declare
    instant constant timestamptz := local at time zone zone;
begin
    return case when (instant + interval '1 hour') at time zone zone = local then instant + interval '1 hour'
                when (instant + interval '30 minutes') at time zone zone = local then instant + interval '30 minutes'
                else instant end;
end $$;

do $$
declare
    naive constant boolean := (select atttypid from pg_attribute where attrelid = 'readings'::regclass and attname = 'timestamp') = 'timestamp'::regtype;
    -- SQL text: the zone of a row's channel, and the instant at which the row's interval starts
    zone constant text := coalesce((select 'case channel_id ' || string_agg(format('when %s then %L', channel_id, timezone), ' ') || ' else ''America/New_York'' end'
        from channels join organizations using (organization_id) where timezone <> 'America/New_York'), '''America/New_York''');
    instant constant text := case when naive then format('pg_temp.first_instant("timestamp", %s)', zone) else '"timestamp"' end;
    value_columns constant text[] := array['energy_kwh', 'power_kw', 'voltage_v', 'current_a', 'power_factor', 'reactive_power_kvar', 'temperature_c', 'relative_humidity',
        'frequency_hz', 'thd_voltage', 'thd_current', 'signal_strength', 'apparent_power_kva', 'neutral_current_a', 'energy_export_kwh', 'cost',
        'energy_kwh_l1', 'energy_kwh_l2', 'energy_kwh_l3', 'power_kw_l1', 'power_kw_l2', 'power_kw_l3', 'voltage_v_l1', 'voltage_v_l2', 'voltage_v_l3',
        'current_a_l1', 'current_a_l2', 'current_a_l3', 'power_factor_l1', 'power_factor_l2', 'power_factor_l3'];
    old_columns constant text[] := (select coalesce(array_agg(old_name), '{}') from old_column join pg_attribute on attrelid = 'readings'::regclass and attname = old_name);
    actions text;
    mark text;
begin
    -- Real to double precision through text: 0.1 stays 0.1 and does not become 0.10000000149. NaN, which stands for no value, becomes null.
    -- An old column fills ours where ours is null.
    select string_agg(format('alter column %I type double precision using %s', name,
               case when old_name is null then format('nullif(%I::text::double precision, ''NaN'')', name)
                    else format('coalesce(nullif(%I::text::double precision, ''NaN''), nullif((%I::text::numeric / %s)::double precision, ''NaN''))', name, old_name, divisor) end), ', ')
    into actions
    from unnest(value_columns) name left join old_column on new_name = name and old_name = any (old_columns);
    select concat_ws(', ', actions, string_agg(format('alter column %1$I type double precision using nullif(%1$I::text::double precision, ''NaN'')', name), ', '))
    into actions from unnest(old_columns) name;

    -- Adopted rows that must not count in totals: docs/adopting-a-database.md has the reasons. A mark that begins with 'adopted-' keeps a row out, see is_counted().
    mark := format($sql$case
            when %1$s is null then 'adopted-nonexistent-hour'
            when extract(epoch from %1$s) %% 900 <> 0 then 'adopted-off-grid'
            when energy_kwh = 0 or power_kw = 0 then 'adopted-zero'
            when num_nonnulls(%2$s) = 0 then 'adopted-no-value' end$sql$,
        instant, (select string_agg(quote_ident(name), ', ') from unnest(value_columns || old_columns) name));
    actions := actions || format(', alter column quality_method type text using %1$s, alter column data_quality type text using case when %1$s is null then ''measured'' else ''suspect'' end', mark);
    if naive then
        actions := actions || format(', alter column "timestamp" type timestamptz using coalesce(%s, "timestamp" at time zone %s)', instant, zone);
    end if;
    execute 'alter table readings alter column id type bigint, ' || actions;

    -- Where the clock showed an hour twice and both readings are there, the one written later is the later one. A lone one may be either: it is taken for the
    -- first (the tools of that time kept the first that came), stays in totals of its day, and says that it is not certain.
    if naive then
        execute format($sql$
            with zoned as materialized (
                select ctid as row, id, channel_id, "timestamp", pg_temp.last_instant("timestamp" at time zone %1$s, %1$s) as later from readings
            ), twice as (
                select row, later, row_number() over same as nth, count(*) over same as n from zoned where later > "timestamp"
                window same as (partition by channel_id, "timestamp" order by id rows between unbounded preceding and unbounded following)
            )
            update readings set "timestamp" = case when n > 1 then later else "timestamp" end,
                data_quality = case when n > 1 then data_quality else 'suspect' end,
                quality_method = case when n > 1 then quality_method else coalesce(quality_method, 'ambiguous-hour') end
            from twice where row = readings.ctid and (n = 1 or nth = n)$sql$, zone);
    end if;
end $$;
drop function pg_temp.first_instant(timestamp, text);
drop function pg_temp.last_instant(timestamp, text);

-- Two rows for one instant of a channel: the better one stays, the other is set aside whole, with the reason.
with ranked as (
    select ctid as row, row_number() over (partition by channel_id, "timestamp"
        order by quality_method is distinct from 'adopted-nonexistent-hour' desc, data_quality = 'measured' desc, num_nonnulls(energy_kwh, power_kw) desc, id desc) as place
    from readings
), removed as (
    delete from readings using ranked where row = readings.ctid and place > 1 returning readings.*
)
insert into readings_set_aside (channel_id, "timestamp", reason, reading)
select channel_id, "timestamp", case when quality_method = 'adopted-nonexistent-hour'
        then 'Its local time did not exist (the clock was put forward), and the instant that it would mean has a reading of its own.'
        else 'The channel has another reading of the same instant, with more values or written later.' end, to_jsonb(removed)
from removed;

-- 3. Old names go on working: in a database that had them, a trigger fills them in new rows too. Everywhere else they stay null and cost nothing. -----------
create function fill_old_names() returns trigger language plpgsql as $$
begin
    new.apparent_power_va := new.apparent_power_kva * 1000;
    new.voltage_v1 := new.voltage_v_l1;
    new.voltage_v2 := new.voltage_v_l2;
    new.voltage_v3 := new.voltage_v_l3;
    new.current_a1 := new.current_a_l1;
    new.current_a2 := new.current_a_l2;
    new.current_a3 := new.current_a_l3;
    new.power_w1 := new.power_kw_l1;
    new.power_w2 := new.power_kw_l2;
    new.power_w3 := new.power_kw_l3;
    new.power_factor_1 := new.power_factor_l1;
    new.power_factor_2 := new.power_factor_l2;
    new.power_factor_3 := new.power_factor_l3;
    new.energy_wh1 := new.energy_kwh_l1;
    new.energy_wh2 := new.energy_kwh_l2;
    new.energy_wh3 := new.energy_kwh_l3;
    return new;
end $$;
comment on function fill_old_names() is 'Trigger of readings, on only in a database that had the old columns. Who needs them no longer: alter table readings disable trigger fill_old_names.';

create trigger fill_old_names before insert or update on readings for each row execute function fill_old_names();
do $$
declare
    old record;
begin
    if not exists (select from old_column join pg_attribute on attrelid = 'readings'::regclass and attname = old_name) then
        alter table readings disable trigger fill_old_names;
    end if;
    for old in select * from old_column order by old_name loop
        execute format('alter table readings add column if not exists %I double precision', old.old_name);
        execute format('comment on column readings.%I is %L', old.old_name, format('Old name of %s: the same %s. Null in a database that never had it.', old.new_name,
            case when old.divisor <> 1 then 'in VA; not negative' when old.old_name like 'power_factor%' then 'number, -1 to 1' when old.old_name like 'power%' then 'in kW (not W); positive = consumption'
                 when old.old_name like 'energy%' then 'in kWh (not Wh); positive = used' when old.old_name like 'voltage%' then 'in V' else 'in A' end));
    end loop;
end $$;

-- 4. Keys, checks, indexes ------------------------------------------------------------------------------------------------------------------------------
alter table readings add constraint readings_pkey primary key (channel_id, "timestamp");
alter table readings add constraint readings_data_quality_check check (data_quality in ('measured', 'suspect', 'estimated', 'edited'));
create index if not exists idx_readings_timestamp on readings ("timestamp" desc);

comment on table readings is 'What each channel measured over each of its intervals; one row per channel and interval [timestamp, timestamp + channels.interval_seconds). A value that the source did not give is null, never 0.';
comment on column readings.id is 'Running number, because people count by it; not unique by constraint, not the key.';
comment on column readings.channel_id is 'The channel.';
comment on column readings."timestamp" is 'Start of the half-open interval, an instant (UTC).';
comment on column readings.energy_kwh is 'Energy used within the interval in kWh; negative only where a channel''s settings allow export.';
comment on column readings.power_kw is 'Mean active power over the interval in kW; positive = consumption.';
comment on column readings.voltage_v is 'Mean line-to-neutral voltage in V.';
comment on column readings.current_a is 'Mean current in A; for a three-phase point the mean of its phases.';
comment on column readings.power_factor is 'Power factor, -1 to 1.';
comment on column readings.reactive_power_kvar is 'Reactive power in kVAr; positive = inductive.';
comment on column readings.temperature_c is 'Temperature in degrees Celsius.';
comment on column readings.relative_humidity is 'Relative humidity in %, 0 to 100.';
comment on column readings.frequency_hz is 'Mains frequency in Hz.';
comment on column readings.thd_voltage is 'Total harmonic distortion of the voltage in %.';
comment on column readings.thd_current is 'Total harmonic distortion of the current in %.';
comment on column readings.signal_strength is 'Radio signal of the meter in dBm, as it sends it (field RSSI); negative.';
comment on column readings.apparent_power_kva is 'Apparent power in kVA; not negative.';
comment on column readings.neutral_current_a is 'Current in the neutral conductor in A.';
comment on column readings.energy_export_kwh is 'Energy exported within the interval in kWh, as a positive number.';
comment on column readings.cost is 'Cost of the interval in organizations.currency_code, as the vendor computes it from the tariff; positive = to pay.';
comment on column readings.energy_kwh_l1 is 'Energy of phase 1 within the interval in kWh; positive = used.';
comment on column readings.energy_kwh_l2 is 'Energy of phase 2 within the interval in kWh; positive = used.';
comment on column readings.energy_kwh_l3 is 'Energy of phase 3 within the interval in kWh; positive = used.';
comment on column readings.power_kw_l1 is 'Mean active power of phase 1 in kW; positive = consumption.';
comment on column readings.power_kw_l2 is 'Mean active power of phase 2 in kW; positive = consumption.';
comment on column readings.power_kw_l3 is 'Mean active power of phase 3 in kW; positive = consumption.';
comment on column readings.voltage_v_l1 is 'Mean voltage of phase 1 in V, line to neutral.';
comment on column readings.voltage_v_l2 is 'Mean voltage of phase 2 in V, line to neutral.';
comment on column readings.voltage_v_l3 is 'Mean voltage of phase 3 in V, line to neutral.';
comment on column readings.current_a_l1 is 'Mean current of phase 1 in A.';
comment on column readings.current_a_l2 is 'Mean current of phase 2 in A.';
comment on column readings.current_a_l3 is 'Mean current of phase 3 in A.';
comment on column readings.power_factor_l1 is 'Power factor of phase 1, -1 to 1.';
comment on column readings.power_factor_l2 is 'Power factor of phase 2, -1 to 1.';
comment on column readings.power_factor_l3 is 'Power factor of phase 3, -1 to 1.';
comment on column readings.data_quality is 'What the row is: measured; suspect (as the source gave it, kept, not to be trusted); estimated (computed here because the source has none); edited (set by a person).';
comment on column readings.quality_method is 'Why it is that, for example catch-up; null for a plain measurement. What begins with adopted- is left out of totals and completeness.';
comment on column readings.raw is 'JSON object of the vendor''s codes that have no column here, with their values as they arrived; null where there are none.';
comment on column readings.run_id is 'Run that wrote the row as it is; null for rows from before Wattline.';
comment on column readings.created_at is 'When the row was first written.';
comment on column readings.updated_at is 'When the row was last changed; null until then. What it was before is in reading_history.';

comment on table readings_set_aside is 'Readings of an adopted database that could not stay in readings because another row has the same channel and instant. Nothing is deleted from here.';
comment on column readings_set_aside.set_aside_id is 'Number of the row.';
comment on column readings_set_aside.channel_id is 'The channel.';
comment on column readings_set_aside."timestamp" is 'Start of its interval as far as it could be told, an instant (UTC).';
comment on column readings_set_aside.reason is 'Why it is here.';
comment on column readings_set_aside.reading is 'The whole row as JSON, in the units of readings.';
comment on column readings_set_aside.set_aside_at is 'When it was put here.';
