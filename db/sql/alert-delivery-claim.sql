-- Claims the next message of a notification channel and stores the attempt before it is made: where the process dies
-- meanwhile, the message is tried again. A message that is no longer true is superseded: of an alert that has ended
-- only the end is sent (a digest is about others too), and no reminder of an alert that is acknowledged. A message that
-- failed for too long is dead. A time further ahead than the longest pause was stored while the clock was wrong: the
-- message is due. Messages without an attempt come first, so that a message that keeps failing delays no
-- other.
with waiting as (
  select o.outbox_id, o.kind, o.attempts,
    o.next_attempt_at <= :#now::timestamptz
      or o.next_attempt_at > :#now::timestamptz + :#delay_max::interval as is_due,
    case
      when a.state = 'resolved' and o.kind not in ('resolved', 'digest') then 'superseded'
      when a.state = 'acknowledged' and o.kind in ('repeated', 'expired') then 'superseded'
      when o.attempts > 0 and :#now::timestamptz >= o.created_at + :#give_up::interval then 'dead'
    end as ends_as
  from alert_outbox o join alerts a using (alert_id)
  where o.channel = :#channel and o.state = 'waiting'
), ended as (
  update alert_outbox o set state = w.ends_as, settled_at = :#now::timestamptz
  from waiting w where w.outbox_id = o.outbox_id and w.ends_as is not null
), next as (
  select o.outbox_id from alert_outbox o join waiting w using (outbox_id)
  where w.is_due and w.ends_as is null and o.state = 'waiting'
  order by w.attempts, w.outbox_id limit 1
  for update of o skip locked
)
update alert_outbox o set attempts = o.attempts + 1,
  next_attempt_at = :#now::timestamptz
    + least(:#delay_max::interval, :#delay::interval * power(2, least(o.attempts, 20)))
from next where o.outbox_id = next.outbox_id
returning o.outbox_id, o.message_id, o.channel, o.message::text as message, o.attempts
