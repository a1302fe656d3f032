-- Creates role wattline_reader and grants it the views of the star schema. For an administrator, where the user of
-- Wattline may not create roles. Run it in the database and with the schema of Wattline first in the search path:
--   psql "$DATABASE_URL" -f db/roles/wattline-reader.sql
do $$ begin
    if not exists (select from pg_roles where rolname = 'wattline_reader') then
        create role wattline_reader nologin;
    end if;
end $$;
select grant_to_reader() as granted;
-- Then a user for each program:
--   create user powerbi password '...' in role wattline_reader;
