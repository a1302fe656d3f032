package io.wattline.alert;

import java.sql.SQLException;
import java.util.List;
import org.apache.camel.ProducerTemplate;

/** An evaluation that somebody waits for, and a way that somebody tries out. */
public final class AlertCheck {

    private final ProducerTemplate routes;
    private final Evaluations rounds;
    private final AlertActions desk;

    public AlertCheck(ProducerTemplate routes, Evaluations rounds, AlertActions desk) {
        this.routes = routes;
        this.rounds = rounds;
        this.desk = desk;
    }

    /** Evaluates all rules as far as the database knows, delivers what is due, and gives what is open. */
    public List<AlertRow> now() {
        routes.requestBodyAndHeader("direct:alerts-check", null, "alone", true);
        rounds.on().forEach(channel -> routes.requestBody("seda:" + channel.route() + "?size=1&blockWhenFull=true&waitForTaskToComplete=Always&timeout=120000", (Object) null));
        try {
            return desk.list(false);
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not say which alerts are open: " + e.getMessage(), e);
        }
    }

    /** Sends a message about nothing by one way; throws why it was not taken. */
    public void test(String name) {
        NotificationChannel channel = rounds.channels().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "There is no channel '" + name + "'; allowed: " + rounds.channels().stream().map(NotificationChannel::name).toList() + " (config/alerts.yaml)"));
        if (!rounds.on().contains(channel)) {
            throw new IllegalArgumentException("The channel '" + name + "' is off: set SMTP_HOST, ALERT_EMAIL_FROM and ALERT_EMAIL_TO, SLACK_WEBHOOK_URL, or PAGERDUTY_ROUTING_KEY");
        }
        try {
            routes.requestBody("direct:" + channel.target(), rounds.sample(name));
        } catch (org.apache.camel.CamelExecutionException e) {
            throw new IllegalStateException(name + " has not taken it: " + e.getCause().getMessage(), e);
        }
    }
}
