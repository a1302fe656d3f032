-- Keeps what a run found out about one endpoint. An endpoint that is gone stays gone until it responds again; it keeps
-- the structure of its last response. The last value says whether the endpoint changed in this run.
insert into api_endpoints as e (endpoint, method, template, origin, example, used_by, feeds, status, state, note,
  paging, structure, first_seen_at, last_seen_at, run_id)
values (?, ?, ?, ?, ?, nullif(?, ''), nullif(?, ''), ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
on conflict (endpoint) do update set origin = excluded.origin, example = excluded.example, used_by = excluded.used_by,
  feeds = excluded.feeds, status = excluded.status,
  state = case when e.state = 'gone' and excluded.state <> 'answered' then 'gone' else excluded.state end,
  note = excluded.note, paging = excluded.paging, structure = coalesce(excluded.structure, e.structure),
  run_id = excluded.run_id,
  last_seen_at = case when excluded.state = 'answered' or e.state in ('refused', 'broken')
    then excluded.last_seen_at else e.last_seen_at end,
  changed_at = case when ? then excluded.last_seen_at else e.changed_at end
