package io.wattline.alert;

import java.util.Set;

/**
 * A way by which people are told: one route of its own, which hands each message to {@code direct:alert-to-<type>}.
 *
 * @param severities what goes this way
 */
public record NotificationChannel(String name, String type, Set<AlertSeverity> severities) {

    /** Id of its route, and name of its queue. */
    public String route() {
        return "alerts-deliver-" + name;
    }

    /** Id of the route that puts a message into its form and sends it. */
    public String target() {
        return "alert-to-" + type;
    }
}
