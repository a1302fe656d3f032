package io.wattline.alert;

import java.sql.SQLException;
import java.util.List;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;

/** What Wattline's own code asks the routes of alerts to do. */
final class AlertRoutes {

    private final ProducerTemplate routes;
    private final NotificationChannels channels;
    private final AlertActions actions;

    AlertRoutes(ProducerTemplate routes, NotificationChannels channels, AlertActions actions) {
        this.routes = routes;
        this.channels = channels;
        this.actions = actions;
    }

    /** Evaluates all rules as far as the database knows, delivers due messages, and gives the open alerts. */
    List<AlertRow> check() {
        routes.requestBody("direct:alerts-check", EvaluationScope.STORED);
        channels.active().forEach(channel -> routes.requestBody(
                "seda:" + channel.route() + "?size=1&blockWhenFull=true&waitForTaskToComplete=Always&timeout=120000",
                        (Object) null));
        try {
            return actions.list(false);
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer which alerts are open: " + e.getMessage(), e);
        }
    }

    /** Sends a test message by one notification channel; throws why it was not delivered. */
    void test(String name, Message sample) {
        NotificationChannel channel = channels.active(name);
        try {
            routes.requestBody("direct:" + channel.target(), sample);
        } catch (CamelExecutionException e) {
            throw new IllegalStateException(name + " has not accepted the message: " + e.getCause().getMessage(), e);
        }
    }
}
