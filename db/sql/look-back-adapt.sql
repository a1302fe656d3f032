-- Adapts the look-back of channels to their late readings; gives what has changed. Parameters: now, usual look-back,
-- longest look-back, how far back late readings count, how many readings and on how many days.
select * from adapt_look_back(?::timestamptz, ?::interval, ?::interval, ?::interval, ?, ?)
