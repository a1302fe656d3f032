package io.wattline.alert;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The notification channels of {@code config/alerts.yaml}, as the file is now, and which of them are set up. */
public final class NotificationChannels {

    private final LiveRules rules;
    private final NotificationSettings settings;

    public NotificationChannels(LiveRules rules, NotificationSettings settings) {
        this.rules = rules;
        this.settings = settings;
    }

    /** All of them, set up or not. */
    public List<NotificationChannel> all() {
        return rules.now().channels();
    }

    /** Those that are set up. */
    public List<NotificationChannel> active() {
        return active(rules.now());
    }

    private List<NotificationChannel> active(AlertRules of) {
        return of.channels().stream().filter(channel -> settings.isSetUp(channel.type())).toList();
    }

    Set<String> activeNames(AlertRules of) {
        return active(of).stream().map(NotificationChannel::name).collect(Collectors.toSet());
    }

    /** The queues of those that are set up. One that is busy looks for new messages by itself. */
    public List<String> queues() {
        return active().stream()
                .map(channel -> "seda:" + channel.route() + "?size=1&discardWhenFull=true&waitForTaskToComplete=Never")
                .toList();
    }

    /** A channel that is set up; {@link IllegalArgumentException} where none of that name exists, or it is off. */
    NotificationChannel active(String name) {
        NotificationChannel channel = all().stream().filter(each -> each.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                "Notification channel '" + name + "' does not exist; allowed: " + all().stream()
                        .map(NotificationChannel::name).toList() + " (config/alerts.yaml)"));
        if (!settings.isSetUp(channel.type())) {
            throw new IllegalArgumentException("Notification channel '" + name
                    + "' is off: set SMTP_HOST, ALERT_EMAIL_FROM and ALERT_EMAIL_TO, SLACK_WEBHOOK_URL, or "
                    + "PAGERDUTY_ROUTING_KEY");
        }
        return channel;
    }
}
