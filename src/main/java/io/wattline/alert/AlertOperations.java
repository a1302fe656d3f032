package io.wattline.alert;

import io.wattline.jmx.Described;

/** What operators can do about alerts over JMX. */
public interface AlertOperations {

    @Described("Evaluates all alert rules now and delivers due messages. Returns how many alerts are open.")
    String checkAlerts();

    @Described("Acknowledges an alert: no reminders for alerts.acknowledged-for. Returns what was done.")
    String acknowledgeAlert(@Described(name = "alert", value = "Number of the alert, as in table alerts.",
            target = true) long alert,
            @Described(name = "who", value = "Who works on the alert.") String who);

    @Described("Sends no notifications of certain alerts for a while. Returns the number of the silence.")
    String silenceAlerts(@Described(name = "rule", value = "Name of the rule; empty for every rule.",
            target = true) String rule,
            @Described(name = "siteId", value = "organization_id; empty for every site.") String siteId,
            @Described(name = "length", value = "For how long, such as 2h.") String length,
            @Described(name = "reason", value = "Why, for other people.") String reason,
            @Described(name = "who", value = "Who silences the alerts.") String who);
}
