-- The inventory of endpoints, each with the figures of its last request.
select e.*, r.millis, r.bytes
from api_endpoints e left join api_endpoint_runs r using (run_id, endpoint)
order by template collate "C", method
