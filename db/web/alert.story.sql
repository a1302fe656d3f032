select at, event, by_whom, text from alert_events where alert_id = :id order by event_id limit 1000
