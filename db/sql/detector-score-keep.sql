-- Keeps what a backtest measured of a detector.
insert into detector_scores (made_at, subject, detector, channel_months, false_alarms, false_alarms_per_month, found,
  precision_share, recall_share, seed)
values (:now::timestamptz, :subject, :detector, :months, :falseAlarms, :perMonth, :found, :precision, :recall, :seed)
