-- The clock of views and functions that compare readings with the present. A session that sets wattline.now sees the
-- data as of that instant, for example: set wattline.now = '2026-03-29T00:10:00Z'. Every other session sees the
-- present.
create or replace function wattline_now() returns timestamptz language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('wattline.now', true), '')::timestamptz, current_timestamp) $$;
comment on function wattline_now() is
  'The present, UTC; a session that sets wattline.now sees views as of that instant.';
