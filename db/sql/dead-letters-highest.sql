-- The id of the newest dead letter; 0 where there is none.
select coalesce(max(id), 0) from dead_letters
