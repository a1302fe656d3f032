-- Stores the outcome of a delivery: sent, or why not.
update report_deliveries set state = case when :error::text is null then 'sent' else state end,
    sent_at = case when :error::text is null then :now::timestamptz end, last_error = :error::text
where delivery_id = :delivery::bigint
