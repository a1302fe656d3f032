package io.wattline.alert;

import java.util.Set;

/**
 * A notification channel of {@code config/alerts.yaml}. It has a route of its own, which sends each message to {@code
 * direct:alert-to-<type>}.
 *
 * @param severities severities of the alerts that it reports
 */
public record NotificationChannel(String name, String type, Set<AlertSeverity> severities) {

    /** Id of its route, and name of its queue. */
    public String route() {
        return "alert-delivery-to-" + name;
    }

    /** Id of the route that formats and sends its messages. */
    public String target() {
        return "alert-to-" + type;
    }
}
