package io.wattline.alert;

import io.wattline.jmx.Described;

/** Alerts in the hands of operators. */
public interface AlertOperations {

    @Described("Evaluates all alert rules now and delivers what people must hear. Says how many alerts are open.")
    String checkAlerts();

    @Described("Says that somebody is at an alert: no reminders for alerts.acknowledged-for. Says what was done.")
    String acknowledgeAlert(@Described(name = "alert", value = "Number of the alert, as in table alerts.", target = true) long alert,
            @Described(name = "who", value = "Who is at it.") String who);

    @Described("Nobody is told of certain alerts for a while. Says the number of the silence.")
    String silenceAlerts(@Described(name = "rule", value = "Name of the rule; empty for every rule.", target = true) String rule,
            @Described(name = "siteId", value = "organization_id; empty for every site.") String siteId,
            @Described(name = "length", value = "For how long, such as 2h.") String length,
            @Described(name = "reason", value = "Why, for people.") String reason,
            @Described(name = "who", value = "Who wants it.") String who);
}
