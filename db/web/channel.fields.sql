select distinct value.key as column from (select to_jsonb(r) as reading from readings r
    where r.channel_id = :id::integer order by r."timestamp" desc limit 200) newest,
    jsonb_each(newest.reading) as value
where jsonb_typeof(value.value) = 'number' order by 1
