package io.wattline.alert;

import io.wattline.settings.Secret;
import io.wattline.settings.Setting;
import io.wattline.settings.SettingConflict;
import io.wattline.settings.SettingsGroup;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Settings of the built-in notification channels: e-mail, Slack and PagerDuty. A channel whose settings are empty is
 * off.
 */
public record NotificationSettings(
        @Setting(key = "smtp.host", optional = true, meaning = "Mail server. E-mail is off while it is empty.")
        String smtpHost,
        @Setting(key = "smtp.port", fallback = "587", min = "1", max = "65535", optional = true,
                meaning = "Port of the mail server.")
        Integer smtpPort,
        @Setting(key = "smtp.username", optional = true,
                meaning = "Account at the mail server. Empty for a server without log-in.")
        String smtpUsername,
        @Setting(key = "smtp.password", optional = true, meaning = "Password of the account at the mail server.")
        Secret smtpPassword,
        @Setting(key = "smtp.tls", fallback = "starttls", optional = true,
                meaning = "How the connection to the mail server is encrypted.")
        SmtpTls smtpTls,
        @Setting(key = "alert.email.from", optional = true, meaning = "Sender of mails.")
        String mailFrom,
        @Setting(key = "alert.email.to", optional = true, meaning = "Recipients of mails, separated by commas.")
        String mailTo,
        @Setting(key = "slack.webhook.url", optional = true,
                meaning = "Incoming webhook of Slack. Slack is off while it is empty.")
        Secret slackWebhookUrl,
        @Setting(key = "pagerduty.routing-key", optional = true,
                meaning = "Integration key of PagerDuty. PagerDuty is off while it is empty.")
        Secret pagerDutyRoutingKey,
        @Setting(key = "pagerduty.events-url", fallback = "https://events.pagerduty.com/v2/enqueue", optional = true,
                meaning = "Address of PagerDuty's Events API v2.")
        URI pagerDutyEventsUrl) implements SettingsGroup {

    /** How the connection to the mail server is encrypted. */
    public enum SmtpTls {
        /** Encrypted after the greeting; the server must offer it. */
        STARTTLS,
        /** Encrypted from the first byte. */
        TLS,
        /** Not encrypted. */
        NONE
    }

    @Override
    public List<String> conflicts() {
        List<String> problems = new ArrayList<>(SettingConflict.httpUrl("slack.webhook.url", slackWebhookUrl));
        if (!smtpHost.isEmpty()) {
            missing("smtp.port", smtpPort == null, problems);
            missing("smtp.tls", smtpTls == null, problems);
            missing("alert.email.from", mailFrom.isEmpty(), problems);
            missing("alert.email.to", mailTo.isEmpty(), problems);
            if (smtpUsername.isEmpty() == smtpPassword.isSet()) {
                problems.add(SettingConflict.of(smtpUsername.isEmpty() ? "smtp.username" : "smtp.password",
                        "is not set although its counterpart is", "both, or neither for a server without log-in"));
            }
        }
        return problems;
    }

    private static void missing(String key, boolean isMissing, List<String> problems) {
        if (isMissing) {
            problems.add(SettingConflict.of(key, "is not set although smtp.host is",
                    "a value, or an empty smtp.host, which turns e-mail off"));
        }
    }

    /**
     * Whether messages of a type can be delivered. A type that is not built in is a route of the operator, who has set
     * it up.
     */
    public boolean isSetUp(String type) {
        return switch (type) {
            case "email" -> !smtpHost.isEmpty() && !mailFrom.isEmpty() && !mailTo.isEmpty();
            case "slack" -> slackWebhookUrl.isSet();
            case "pagerduty" -> pagerDutyRoutingKey.isSet();
            default -> true;
        };
    }
}
