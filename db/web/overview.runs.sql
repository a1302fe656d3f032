select r.run_id, r.kind, r.started_at, r.finished_at, count(l.id) as windows,
    count(l.id) filter (where l.status <> 'success') as failed,
    coalesce(sum(l.readings_fetched), 0)::bigint as fetched, coalesce(sum(l.readings_inserted), 0)::bigint as inserted,
        coalesce(sum(l.readings_updated), 0)::bigint as updated,
    coalesce(sum(l.readings_rejected), 0)::bigint as rejected, r.rule_set, r.configuration_hash, r.version
from (select * from runs order by run_id desc limit 8) r
left join ingestion_logs l on l.run_id = r.run_id
group by r.run_id, r.kind, r.started_at, r.finished_at, r.rule_set, r.configuration_hash, r.version
order by r.run_id desc
