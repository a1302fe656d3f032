-- The values of a code that are still in readings.raw of a channel, counted by unit and by whether they are numbers.
select coalesce(raw ->> (code || '.unit'), ?) as unit, coalesce(raw ->> code ~ ?, false) as is_number, count(*) as times
from readings, (select ?::text) as c(code)
where channel_id = ? and jsonb_exists(raw, code)
group by 1, 2
order by 2, 1
