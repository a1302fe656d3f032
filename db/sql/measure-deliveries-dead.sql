-- Of each notification channel: messages that were given up in the last span.
select channel as name, count(*)::float8 as value, (array_agg(last_error order by settled_at desc))[1] as detail
from alert_outbox where state = 'dead' and settled_at > :#now::timestamptz - :#over::interval
group by channel
