package io.wattline.alert;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which ways are set up, and how; empty texts where one is not.
 *
 * @param mailHost      smtp.host
 * @param mailFrom      alert.email.from
 * @param mailTo        alert.email.to, comma-separated
 * @param slackUrl      slack.webhook.url, a secret
 * @param pagerDutyUrl  pagerduty.events-url
 * @param pagerDutyKey  pagerduty.routing-key, a secret
 */
public record NotificationChannels(String mailHost, String mailFrom, String mailTo, String slackUrl, String pagerDutyUrl, String pagerDutyKey) {

    /** Whether messages of a type can be sent: a type that is not built in is a route of its owner's, who has set it up. */
    public boolean on(String type) {
        return switch (type) {
            case "email" -> !mailHost.isEmpty() && !mailFrom.isEmpty() && !mailTo.isEmpty();
            case "slack" -> !slackUrl.isEmpty();
            case "pagerduty" -> !pagerDutyKey.isEmpty();
            default -> true;
        };
    }

    Set<String> namesOf(Collection<NotificationChannel> channels) {
        return channels.stream().filter(channel -> on(channel.type())).map(NotificationChannel::name).collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return "Ways[email=" + on("email") + ", slack=" + on("slack") + ", pagerduty=" + on("pagerduty") + "]";
    }
}
