package io.wattline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.alert.NotificationSettings.SmtpTls;
import io.wattline.settings.Cron;
import io.wattline.settings.Secret;
import io.wattline.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The settings of alerts, notification channels and heartbeat: defaults, and every key set to another value. */
class AlertSettingsTest {

    private static final URI PAGER_DUTY = URI.create("https://events.pagerduty.com/v2/enqueue");

    @Test
    void the_defaults_of_alerts() {
        assertThat(Settings.defaults(AlertSettings.class, Map.of()))
                .isEqualTo(new AlertSettings(new Cron("0 * * * * ?"),
                List.of(Duration.ofHours(4), Duration.ofHours(12), Duration.ofHours(24), Duration.ofDays(7)),
                List.of(Duration.ofHours(24), Duration.ofDays(7)), Duration.ofHours(8), Duration.ofMinutes(4),
                        Duration.ofMinutes(5),
                Duration.ofSeconds(30), Duration.ofMinutes(30), Duration.ofHours(24)));
    }

    @Test
    void every_key_of_alerts_sets_its_component() {
        Map<String, String> texts = new HashMap<>(Map.of("alerts.cron", "1 * * * * ?", "alerts.repeat.critical", "1h",
                "alerts.repeat", "2h, 2d", "alerts.acknowledged-for", "3h", "alerts.regroup", "4h", "alerts.aftermath",
                        "5h",
                "alerts.retry.delay", "6h", "alerts.retry.delay-max", "7h", "alerts.give-up", "8h"));
        assertThat(Settings.defaults(AlertSettings.class, texts))
                .isEqualTo(new AlertSettings(
                        new Cron("1 * * * * ?"),
                        List.of(Duration.ofHours(1)),
                        List.of(Duration.ofHours(2), Duration.ofHours(48)),
                        Duration.ofHours(3),
                        Duration.ofHours(4),
                        Duration.ofHours(5),
                        Duration.ofHours(6),
                        Duration.ofHours(7),
                        Duration.ofHours(8)));
    }

    @Test
    void no_notification_channel_is_set_up_by_default() {
        NotificationSettings defaults = Settings.defaults(NotificationSettings.class, Map.of());
        assertThat(defaults).isEqualTo(new NotificationSettings("", 587, "", new Secret(""), SmtpTls.STARTTLS, "", "",
                new Secret(""), new Secret(""), PAGER_DUTY));
        assertThat(defaults.isSetUp("email") || defaults.isSetUp("slack") || defaults.isSetUp("pagerduty")).isFalse();
        assertThat(defaults.isSetUp("teams")).as("a route of the operator").isTrue();
    }

    @Test
    void every_key_of_the_notification_channels_sets_its_component() {
        Map<String, String> texts = Map.of("smtp.host", "mail", "smtp.port", "25", "smtp.username", "me",
                "smtp.password", "pass",
                "smtp.tls", "none", "alert.email.from", "a@b", "alert.email.to", "c@d,e@f", "slack.webhook.url",
                        "https://s/x",
                "pagerduty.routing-key", "key", "pagerduty.events-url", "http://p/y");
        NotificationSettings settings = Settings.defaults(NotificationSettings.class, texts);
        assertThat(settings)
                .isEqualTo(new NotificationSettings("mail", 25, "me", new Secret("pass"), SmtpTls.NONE, "a@b",
                "c@d,e@f",
                new Secret("https://s/x"), new Secret("key"), URI.create("http://p/y")));
        assertThat(settings.isSetUp("email") && settings.isSetUp("slack") && settings.isSetUp("pagerduty")).isTrue();
        assertThat(settings.toString()).doesNotContain("pass", "https://s/x", "key");
    }

    @Test
    void the_defaults_of_the_heartbeat() {
        assertThat(Settings.defaults(HeartbeatSettings.class, Map.of()))
                .isEqualTo(new HeartbeatSettings(new Secret(""), "", Duration.ofDays(1)));
    }

    @Test
    void every_key_of_the_heartbeat_sets_its_component() {
        Map<String, String> texts = Map.of("heartbeat.url", "https://h/z", "heartbeat.mail.to", "g@h",
                "heartbeat.mail.every", "2h");
        assertThat(Settings.defaults(HeartbeatSettings.class, texts))
                .isEqualTo(new HeartbeatSettings(new Secret("https://h/z"), "g@h", Duration.ofHours(2)));
    }
}
