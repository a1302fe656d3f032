select count(*) as count, coalesce(sum(missing_slots), 0)::bigint as readings from data_gaps
where channel_id = :id::integer and closed_at is null and reason not in ('planned', 'not_yet_due')
