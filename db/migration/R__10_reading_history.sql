-- No change of a reading goes by: what it was goes to reading_history, whoever changes it. Inserts pay nothing.
-- Wattline's statement for readings names its run and sets updated_at. A statement that changes values and does neither
-- is not Wattline's: the row names no run from then on, and its history says who it was.

create or replace function keep_reading_history() returns trigger language plpgsql set search_path from current as $$
declare
    marks constant text[] := array['data_quality', 'quality_method', 'updated_at'];
    foreign_hand boolean := tg_op = 'DELETE';
begin
    if tg_op = 'UPDATE' and new.run_id is not distinct from old.run_id
        and new.updated_at is not distinct from old.updated_at then
        foreign_hand := to_jsonb(new) - marks is distinct from to_jsonb(old) - marks;
        if foreign_hand then
            new.run_id := null;
        end if;
    end if;
    insert into reading_history (channel_id, "timestamp", operation, replaced_by_run, old_run, old, replaced_by)
    values (old.channel_id, old."timestamp", lower(tg_op), case when tg_op = 'UPDATE' then new.run_id end, old.run_id,
        (select jsonb_object_agg(key, value) from jsonb_each(to_jsonb(old)) where value <> 'null'),
        case when foreign_hand
            then concat_ws(', ', session_user, nullif(current_setting('application_name', true), '')) end);
    if tg_op = 'DELETE' then
        return old;
    end if;
    new.updated_at := current_timestamp;
    return new;
end $$;
comment on function keep_reading_history() is
  'Trigger of readings: writes the old row to reading_history and sets updated_at. Where a statement is not '
  'Wattline''s it takes run_id off the row and names the user and the program.';

-- An update that changes nothing leaves no trace.
do 'begin perform watch_reading_columns(); end';
create or replace trigger reading_deleted before delete on readings
  for each row execute function keep_reading_history();
