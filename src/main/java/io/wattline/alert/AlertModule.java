package io.wattline.alert;

import io.wattline.module.Beans;
import io.wattline.module.FeatureModule;
import io.wattline.module.Foundation;
import io.wattline.settings.ConfigFile;
import io.wattline.settings.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.mail.DefaultAuthenticator;

/** Alerts: rules, their evaluation, the outbox, and the form of messages. */
public final class AlertModule implements FeatureModule {

    /** The one file of {@code config/} that is taken over while Wattline runs. */
    public static final String RULES = "config/alerts.yaml";

    private final Settings settings;
    private final NotificationChannels channels;
    private final Outbox outbox;
    private final AlertMemory memory;
    private final Evaluations evaluations;
    private final Heartbeat heartbeat;
    private final AlertActions actions;

    /** @param inForce is given the text of the alert rules that are in force */
    public AlertModule(Foundation base, Consumer<String> inForce) {
        settings = base.settings();
        channels = new NotificationChannels(settings.text("smtp.host"), settings.text("alert.email.from"), settings.text("alert.email.to"),
                settings.text("slack.webhook.url"), settings.text("pagerduty.events-url"), settings.text("pagerduty.routing-key"));
        outbox = new Outbox(settings.duration("alerts.retry.delay"), settings.duration("alerts.retry.delay-max"),
                settings.duration("alerts.give-up"), base.clock());
        AlertTiming timing = new AlertTiming(settings.duration("alerts.repeat.critical"), settings.duration("alerts.repeat"),
                settings.duration("alerts.acknowledged-for"), settings.duration("alerts.regroup"), settings.duration("alerts.aftermath"));
        LiveRules rules = new LiveRules(() -> ConfigFile.read(settings.home(), RULES), inForce);
        memory = new AlertMemory(rules, outbox, base.clock());
        evaluations = new Evaluations(rules, timing, channels, memory, base.clock());
        heartbeat = new Heartbeat(settings.text("heartbeat.url"), channels, settings.text("heartbeat.mail.to"),
                settings.duration("heartbeat.mail.every"), evaluations::lastRound, base.clock());
        evaluations.watch(Measure.HEARTBEAT_FAILED, heartbeat::failure);
        actions = new AlertActions(base.database(), base.clock());
    }

    @Override
    public void bind(Beans beans) {
        beans.forRoutes("forms", new MessageFormats(channels));
        beans.forRoutes("outbox", outbox);
        beans.forRoutes("alertMemory", memory);
        beans.forRoutes("alertRounds", evaluations);
        beans.forRoutes("heartbeat", heartbeat);
        beans.forRoutes("alertDesk", actions);
        beans.forCamel("mailAccount", new DefaultAuthenticator(settings.text("smtp.username"), settings.text("smtp.password")));
    }

    @Override
    public Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("smtp.endpoint", smtpEndpoint());
        properties.put("slack.endpoint", secretEndpoint("slack.webhook.url", "slack"));
        properties.put("heartbeat.endpoint", secretEndpoint("heartbeat.url", "heartbeat"));
        properties.put("pagerduty.endpoint", secretEndpoint("pagerduty.events-url", "pagerduty"));
        return properties;
    }

    private String smtpEndpoint() {
        String tls = settings.text("smtp.tls");
        String host = settings.has("smtp.host") ? settings.text("smtp.host") : "localhost";
        String endpoint = (tls.equals("tls") ? "smtps" : "smtp") + "://" + host + ":" + settings.count("smtp.port") + "?connectionTimeout=30000";
        if (tls.equals("starttls")) {
            endpoint += "&mail.smtp.starttls.enable=true&mail.smtp.starttls.required=true";
        }
        return settings.has("smtp.username") ? endpoint + "&authenticator=#mailAccount" : endpoint;
    }

    /** The address itself is a secret and comes as a header. */
    private String secretEndpoint(String key, String name) {
        return (settings.text(key).startsWith("http:") ? "http:" : "https:") + name + "?throwExceptionOnFailure=false";
    }

    @Override
    public void prepare(CamelContext context) {
        context.getRegistry().bind("deliveryRoutes", new DeliveryRoutes(context, evaluations, outbox));
    }

    /** A process that only works once writes no memory of its own and takes over none. */
    @Override
    public void open(CamelContext context) {
        memory.keepIn(new AlertSpool(settings.path("spool.directory").resolve("alerts")));
    }

    public Evaluations evaluations() {
        return evaluations;
    }

    public AlertActions actions() {
        return actions;
    }

    /** Evaluates all rules as far as the database knows, delivers what is due, and gives what is open. */
    public List<AlertRow> check(ProducerTemplate routes) {
        return new AlertCheck(routes, evaluations, actions).now();
    }

    /** Sends a test message by one notification channel; throws why it was not delivered. */
    public void test(ProducerTemplate routes, String channel) {
        new AlertCheck(routes, evaluations, actions).test(channel);
    }
}
