set local client_min_messages = warning;

-- Role of programs that only look: Power BI, Excel, Grafana, notebooks. It cannot log in; people make users that are
-- members of it. Roles belong to the whole server: another database may have made it. R__65_star_schema.sql grants it
-- what it may read.
do $$ begin
    if not exists (select from pg_roles where rolname = 'wattline_reader') then
        create role wattline_reader nologin;
    end if;
exception
    when insufficient_privilege then
        raise warning 'role wattline_reader does not exist, and % may not create it. An administrator does: %',
            current_user, 'psql -f db/roles/wattline-reader.sql';
    when duplicate_object or unique_violation then
        null;
end $$;
