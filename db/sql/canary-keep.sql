-- Stores the arrival of a canary and deletes canaries from before yesterday. Returns the energy that the table holds.
with gone as (
  delete from canaries where sent_at < :#sent_at::timestamptz - interval '1 day'
)
insert into canaries (sent_at, energy_kwh, reached_at)
  values (:#sent_at::timestamptz, :#energy_kwh::float8, clock_timestamp())
on conflict (sent_at) do update set energy_kwh = excluded.energy_kwh, reached_at = excluded.reached_at
returning energy_kwh
