-- Claims the deliveries that are due, and stores the attempt before it is made: where the process dies meanwhile, the
-- message is sent again with the same id. After 20 attempts it is dead.
-- A time further ahead than the longest pause (1 h)
-- was stored while the clock was wrong: the delivery is due.
with due as (
    select delivery_id from report_deliveries
    where state = 'waiting'
        and (next_attempt_at <= :now::timestamptz or next_attempt_at > :now::timestamptz + interval '1 hour')
    order by attempts, delivery_id limit 50
    for update skip locked
), claimed as (
    update report_deliveries d set attempts = d.attempts + 1,
        state = case when d.attempts + 1 >= 20 then 'dead' else 'waiting' end,
        next_attempt_at = :now::timestamptz + interval '1 minute' * least(60, power(2, least(d.attempts, 10)))
    from due where d.delivery_id = due.delivery_id
    returning d.*
)
select c.delivery_id, c.channel, c.recipients, c.message_id, r.report_id, r.figures::text as figures
from claimed c join reports r using (report_id) order by c.delivery_id
