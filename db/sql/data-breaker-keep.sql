-- Stores the state of the breaker for bad data of a channel. Parameters: the columns in their order.
insert into data_breakers (channel_id, state, judged_until, readings, rejected, good_batches, trips, opened_at, reason,
                           updated_at)
values (?, ?, ?::timestamptz, ?, ?, ?, ?, ?::timestamptz, ?, ?::timestamptz)
on conflict (channel_id) do update set state = excluded.state, judged_until = excluded.judged_until,
  readings = excluded.readings, rejected = excluded.rejected, good_batches = excluded.good_batches,
  trips = excluded.trips, opened_at = excluded.opened_at, reason = excluded.reason, updated_at = excluded.updated_at
