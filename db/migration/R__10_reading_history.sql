-- No change of a reading goes by: what it was goes to reading_history, whoever changes it. Inserts pay nothing.

create or replace function keep_reading_history() returns trigger language plpgsql set search_path from current as $$
begin
    insert into reading_history (channel_id, "timestamp", operation, replaced_by_run, old_run, old)
    values (old.channel_id, old."timestamp", lower(tg_op), case when tg_op = 'UPDATE' then new.run_id end, old.run_id,
        (select jsonb_object_agg(key, value) from jsonb_each(to_jsonb(old)) where value <> 'null'));
    if tg_op = 'DELETE' then
        return old;
    end if;
    new.updated_at := current_timestamp;
    return new;
end $$;
comment on function keep_reading_history() is
  'Trigger of readings: writes the old row to reading_history and sets updated_at.';

-- An update that changes nothing leaves no trace.
do 'begin perform watch_reading_columns(); end';
create or replace trigger reading_deleted before delete on readings
  for each row execute function keep_reading_history();
