-- Records the outcome of a window; returns whether the job has ended with it.
select finish_backfill_window(p_window => :#window_id::bigint, p_claimed_by => :#process, p_run => :#run_id::bigint,
  p_outcome => :#outcome, p_error => :#error,
  p_channel_over => :#channel_over::boolean, p_pause => :#pause::interval, p_pause_max => :#pause_max::interval,
    p_attempts_max => :#attempts_max::int,
  p_now => :#now::timestamptz, p_ask_again => string_to_array(:#ask_again, ',')::interval[]) as job_over
