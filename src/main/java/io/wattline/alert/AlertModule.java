package io.wattline.alert;

import io.wattline.alert.NotificationSettings.SmtpTls;
import io.wattline.deadletter.SpoolSettings;
import io.wattline.module.Beans;
import io.wattline.module.FeatureModule;
import io.wattline.module.Foundation;
import io.wattline.settings.ConfigFile;
import io.wattline.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.mail.DefaultAuthenticator;

/** Alerts: rules, their evaluation, the outbox, and the delivery of messages. */
public final class AlertModule implements FeatureModule {

    /** The one file of {@code config/} whose edits take effect while Wattline runs. */
    public static final String RULES = "config/alerts.yaml";

    private final NotificationSettings notification;
    private final HeartbeatSettings heartbeatSettings;
    private final Path spool;
    private final Clock clock;
    private final NotificationChannels channels;
    private final Outbox outbox;
    private final LiveRules rules;
    private final AlertMemory memory;
    private final Evaluations evaluations;
    private final Heartbeat heartbeat;
    private final AlertActions actions;

    /** @param inForce gets the text of the alert rules that are in force */
    public AlertModule(Foundation base, Consumer<String> inForce) {
        Settings settings = base.settings();
        AlertSettings alerts = settings.of(AlertSettings.class);
        notification = settings.of(NotificationSettings.class);
        heartbeatSettings = settings.of(HeartbeatSettings.class);
        spool = settings.of(SpoolSettings.class).directory();
        clock = base.clock();
        rules = new LiveRules(() -> ConfigFile.read(settings.home(), RULES), inForce);
        channels = new NotificationChannels(rules, notification);
        outbox = new Outbox(alerts, clock);
        memory = new AlertMemory(rules, outbox, clock);
        evaluations = new Evaluations(rules, alerts.timing(), channels, memory, clock);
        heartbeat = new Heartbeat(heartbeatSettings, notification, evaluations::lastEvaluation, clock);
        evaluations.watch(Measure.HEARTBEAT_FAILED, heartbeat::failure);
        actions = new AlertActions(base.database(), this::ruleNames, clock);
    }

    @Override
    public void bind(Beans beans) {
        beans.forRoutes("evaluations", evaluations);
        beans.forRoutes("alertMemory", memory);
        beans.forRoutes("notificationChannels", channels);
        beans.forRoutes("outbox", outbox);
        beans.forRoutes("messageFormats", new MessageFormats(notification));
        beans.forRoutes("heartbeat", heartbeat);
        beans.forRoutes("alertActions", actions);
        beans.forCamel("mailAccount", new DefaultAuthenticator(notification.smtpUsername(), notification.smtpPassword()
                .value()));
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of("smtp.endpoint", smtpEndpoint(),
                "slack.endpoint", endpoint(notification.slackWebhookUrl().value(), "slack"),
                "heartbeat.endpoint", endpoint(heartbeatSettings.url().value(), "heartbeat"),
                "pagerduty.endpoint", endpoint(String.valueOf(notification.pagerDutyEventsUrl()), "pagerduty"));
    }

    private String smtpEndpoint() {
        SmtpTls tls = notification.smtpTls();
        String host = notification.smtpHost().isEmpty() ? "localhost" : notification.smtpHost();
        String port = notification.smtpPort() == null ? "" : ":" + notification.smtpPort();
        String endpoint = (tls == SmtpTls.TLS ? "smtps" : "smtp") + "://" + host + port + "?connectionTimeout=30000";
        if (tls == SmtpTls.STARTTLS) {
            endpoint += "&mail.smtp.starttls.enable=true&mail.smtp.starttls.required=true";
        }
        return notification.smtpUsername().isEmpty() ? endpoint : endpoint + "&authenticator=#mailAccount";
    }

    /** The address itself is a secret: a header carries it, and no endpoint, error or MBean shows it. */
    private static String endpoint(String url, String name) {
        return (url.startsWith("http:") ? "http:" : "https:") + name + "?throwExceptionOnFailure=false";
    }

    @Override
    public void prepare(CamelContext context, Beans beans) {
        beans.forRoutes("alertDeliveryRoutes", new AlertDeliveryRoutes(context, channels, outbox));
    }

    /**
     * A process that works once neither writes its memory to the spool nor reads what another process has left there.
     */
    @Override
    public void open(CamelContext context) {
        memory.keepIn(new AlertSpool(spool.resolve("alerts")));
    }

    public Evaluations evaluations() {
        return evaluations;
    }

    /** The rule in force of a name; empty where it does not exist. */
    public Optional<AlertRule> rule(String name) {
        return rules.now().rules().stream().filter(rule -> rule.name().equals(name)).findFirst();
    }

    private List<String> ruleNames() {
        return names(rules);
    }

    /** Names of the rules of a command that has no running service. */
    public static List<String> ruleNames(Settings settings) {
        return names(new LiveRules(() -> ConfigFile.read(settings.home(), RULES), text -> { }));
    }

    private static List<String> names(LiveRules rules) {
        return rules.now().rules().stream().map(AlertRule::name).toList();
    }

    public AlertActions actions() {
        return actions;
    }

    /** Evaluates all rules as far as the database knows, delivers due messages, and gives the open alerts. */
    public List<AlertRow> check(ProducerTemplate routes) {
        return new AlertRoutes(routes, channels, actions).check();
    }

    /** Sends a test message by one notification channel; throws why it was not delivered. */
    public void test(ProducerTemplate routes, String channel) {
        new AlertRoutes(routes, channels, actions).test(channel, MessageWriter.sample(channel, clock.instant()));
    }
}
