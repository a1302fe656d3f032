-- v_monthly_energy finds the days of a channel's months by this; the same words stand there.
create index idx_channel_day_quality_month on channel_day_quality (channel_id, (local_day - (extract(day from local_day)::integer - 1)));
