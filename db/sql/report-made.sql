-- Whether a report of a site and a period was made by the timer already.
select exists (select from reports r join report_deliveries d using (report_id)
    where r.period = :period and r.subject = :site and r.period_start = :first::date) as made
