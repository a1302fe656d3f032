-- Whether a report of a site and period has been sent to these recipients, or waits to be.
select exists (select from reports r join report_deliveries d using (report_id)
    where r.period = :period and r.subject = :site and r.period_start = :first::date and d.channel = :channel
        and d.recipients = :recipients) as made
