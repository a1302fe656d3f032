select (select count(*) from organizations where active) as sites,
    (select jsonb_build_object(
        'live', count(*) filter (where coalesce(p.state, 'live') = 'live' and b.state is distinct from 'open'),
        'paused', count(*) filter (where p.state = 'paused' and b.state is distinct from 'open'),
        'dead', count(*) filter (where p.state = 'dead' and b.state is distinct from 'open'),
        'quarantined', count(*) filter (where b.state = 'open'))
       from channels c left join poll_state p using (channel_id) left join data_breakers b using (channel_id)
           where c.active) as channels,
    (select max("timestamp") from readings) as newest_reading,
    (select extract(epoch from :now::timestamptz - min(last_reading_at))::double precision from poll_state
        where state = 'live') as lag_seconds,
    (select jsonb_build_object('channelId', channel_id, 'channelName', channel_name, 'lastReading', last_reading_at)
        from poll_state join channels using (channel_id) where state = 'live' and last_reading_at is not null
        order by last_reading_at, channel_id limit 1) as lagging_channel,
    (select jsonb_build_object('critical', count(*) filter (where severity = 'critical'), 'warning',
        count(*) filter (where severity = 'warning'),
        'info', count(*) filter (where severity = 'info')) from alerts where state in ('firing', 'acknowledged'))
            as alerts_open,
    (select count(*) from data_gaps where closed_at is null and reason not in ('planned', 'not_yet_due')) as gaps_open,
    (select coalesce(sum(missing_slots), 0)::bigint from data_gaps where closed_at is null
        and reason not in ('planned', 'not_yet_due')) as readings_missing,
    (select count(*) from dead_letters where status = 'open') as dead_letters_open,
    (select sum(kept) / nullif(sum(due), 0)::double precision from v_channel_days
        where is_within_last_days(local_day, time_zone, 7, :now::timestamptz)) as completeness
