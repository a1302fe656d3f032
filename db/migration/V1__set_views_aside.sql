-- Views stand in the way of a change to a table: PostgreSQL refuses to alter a column that a view reads. People have views of their own on our tables.
-- set_views_aside() writes down and drops every view of this schema that reads one of our tables, directly or through another view;
-- bring_views_back() makes again those that the migration has not made anew, with their indexes, comments and grants.
-- A view of another schema is never touched: if one reads our tables, PostgreSQL's own error names it, and nothing is changed.

-- A service or report that holds a table must not make everybody else queue behind the migration for ever.
set local lock_timeout = '60s';
set local client_min_messages = warning;

create table if not exists views_set_aside (
    id           bigint generated always as identity primary key,
    view_name    text        not null,
    depth        integer     not null,
    definition   text[]      not null,
    grants       text[]      not null,
    set_aside_at timestamptz not null default current_timestamp,
    restored_at  timestamptz,
    outcome      text
);
comment on table views_set_aside is 'Views that a migration had to drop, as they were, and what became of them. A row with restored_at null could not be made again: outcome says why, definition holds its SQL.';
comment on column views_set_aside.id is 'Number of the row.';
comment on column views_set_aside.view_name is 'Name of the view in this schema.';
comment on column views_set_aside.depth is 'How far the view is from a table: 1 reads tables only, 2 reads a view of depth 1, and so on.';
comment on column views_set_aside.definition is 'SQL statements that make the view again, with its indexes and comments, in order.';
comment on column views_set_aside.grants is 'SQL statements that grant again who could read it.';
comment on column views_set_aside.set_aside_at is 'When it was dropped.';
comment on column views_set_aside.restored_at is 'When it was there again; null while it is not.';
comment on column views_set_aside.outcome is 'restored, replaced (the migration made a view of that name itself) or PostgreSQL''s error.';

create or replace function set_views_aside() returns integer language plpgsql as $$
declare
    ours constant text[] := array['organizations', 'devices', 'meters', 'channels', 'sites', 'virtual_meters', 'virtual_meter_map', 'readings', 'readings_set_aside',
        'reading_history', 'data_sync_status', 'ingestion_logs', 'runs', 'poll_state', 'device_type_fields', 'unknown_fields', 'dead_letters', 'data_gaps', 'alerts'];
    v record;
    dropped integer := 0;
begin
    for v in
        with recursive reads as (
            select distinct r.ev_class as reader, d.refobjid as read
            from pg_rewrite r join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid and d.refclassid = 'pg_class'::regclass
            where d.refobjid <> r.ev_class
        ), reaching as (
            select reader, 1 as depth from reads join pg_class t on t.oid = read
            where t.relnamespace = current_schema()::regnamespace and t.relname = any (ours)
            union
            select reads.reader, reaching.depth + 1 from reaching join reads on reads.read = reaching.reader
        )
        select c.oid, c.relname, c.relkind, c.relacl, c.relowner, c.reloptions, max(depth) as depth
        from reaching join pg_class c on c.oid = reader
        where c.relnamespace = current_schema()::regnamespace and c.relkind in ('v', 'm')
        group by c.oid order by max(depth) desc
    loop
        insert into views_set_aside (view_name, depth, definition, grants) values (v.relname, v.depth,
            array[format('create %s %I%s as %s', case v.relkind when 'm' then 'materialized view' else 'view' end, v.relname,
                    ' with (' || array_to_string(v.reloptions, ', ') || ')', pg_get_viewdef(v.oid))]
                || (select coalesce(array_agg(pg_get_indexdef(indexrelid)), '{}') from pg_index where indrelid = v.oid)
                || (select coalesce(array_agg(format('comment on %s is %L',
                        case when objsubid > 0 then format('column %I.%I', v.relname, (select attname from pg_attribute where attrelid = v.oid and attnum = objsubid))
                             when v.relkind = 'm' then format('materialized view %I', v.relname)
                             else format('view %I', v.relname) end, description)), '{}')
                    from pg_description where classoid = 'pg_class'::regclass and objoid = v.oid),
            (select coalesce(array_agg(format('grant %s on %I to %s%s', privilege_type, v.relname,
                    case when grantee = 0 then 'public' else quote_ident(grantee::regrole::text) end, case when is_grantable then ' with grant option' else '' end)), '{}')
                from aclexplode(v.relacl) where grantee <> v.relowner));
        execute format('drop %s %I', case v.relkind when 'm' then 'materialized view' else 'view' end, v.relname);
        dropped := dropped + 1;
    end loop;
    return dropped;
end $$;
comment on function set_views_aside() is 'Writes down and drops every view of this schema that reads our tables. Call bring_views_back() in the same transaction.';

create or replace function bring_views_back() returns integer language plpgsql as $$
declare
    v record;
    statement text;
    restored integer := 0;
begin
    for v in select * from views_set_aside where restored_at is null and outcome is null order by depth, id loop
        begin
            if to_regclass(quote_ident(v.view_name)) is null then
                foreach statement in array v.definition loop
                    execute statement;
                end loop;
                update views_set_aside set outcome = 'restored', restored_at = current_timestamp where id = v.id;
                restored := restored + 1;
            else
                update views_set_aside set outcome = 'replaced', restored_at = current_timestamp where id = v.id;
            end if;
            foreach statement in array v.grants loop
                execute statement;
            end loop;
        exception when others then
            update views_set_aside set outcome = sqlerrm where id = v.id;
            raise warning 'View % could not be made again after the migration: %. Its SQL is kept in table views_set_aside, row %; make it by hand.', v.view_name, sqlerrm, v.id;
        end;
    end loop;
    return restored;
end $$;
comment on function bring_views_back() is 'Makes again the views that set_views_aside() dropped and that are not there meanwhile, with indexes, comments and grants. One that fails is kept in views_set_aside and named in a warning.';

do 'begin perform set_views_aside(); end';
