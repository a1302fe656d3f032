-- What the columns of table runs mean since V4.
comment on column runs.finished_at is
  'When it ended; null while it runs. A run whose process was killed is ended at the next start.';
