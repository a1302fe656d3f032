-- Keeps the result of one request of a discovery run; a repeated request replaces it.
insert into api_endpoint_runs (run_id, endpoint, asked_at, finding, status, millis, bytes, rows, pages)
values (?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
on conflict (run_id, endpoint) do update set asked_at = excluded.asked_at, finding = excluded.finding,
  status = excluded.status, millis = excluded.millis, bytes = excluded.bytes, rows = excluded.rows,
  pages = excluded.pages
