package io.wattline.app;

import io.wattline.alert.AlertActions;
import io.wattline.alert.AlertMemory;
import io.wattline.alert.AlertSpool;
import io.wattline.alert.AlertTiming;
import io.wattline.alert.DeliveryRoutes;
import io.wattline.alert.Evaluations;
import io.wattline.alert.Heartbeat;
import io.wattline.alert.LiveRules;
import io.wattline.alert.Measure;
import io.wattline.alert.MessageFormats;
import io.wattline.alert.NotificationChannels;
import io.wattline.alert.Outbox;
import io.wattline.database.Rehearsal;
import io.wattline.health.ProcessWatch;
import io.wattline.health.TimerWatch;
import io.wattline.settings.ConfigFile;
import io.wattline.settings.Settings;
import io.wattline.validation.Canary;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;

/** Watching: rules, evaluation, outbox, and the form of messages. */
final class AlertBeans {

    /** The one file of {@code config/} that is taken over while Wattline runs. */
    static final String RULES = "config/alerts.yaml";

    private AlertBeans() {
    }

    /** @param inForce told the text of the alert rules that are in force */
    static Evaluations bind(Ground ground, Consumer<String> inForce) {
        Settings settings = ground.settings();
        NotificationChannels ways = new NotificationChannels(settings.text("smtp.host"), settings.text("alert.email.from"), settings.text("alert.email.to"), settings.text("slack.webhook.url"),
                settings.text("pagerduty.events-url"), settings.text("pagerduty.routing-key"));
        ground.bind("forms", new MessageFormats(ways));
        Outbox outbox = ground.bind("outbox", new Outbox(settings.duration("alerts.retry.delay"), settings.duration("alerts.retry.delay-max"),
                settings.duration("alerts.give-up"), ground.clock()));
        Duration day = settings.duration("alerts.repeat");
        AlertTiming tempo = new AlertTiming(settings.duration("alerts.repeat.critical"), day, settings.duration("alerts.acknowledged-for"), settings.duration("alerts.regroup"),
                settings.duration("alerts.aftermath"));
        LiveRules rules = new LiveRules(() -> ConfigFile.read(settings.home(), RULES), inForce);
        AlertMemory memory = ground.bind("alertMemory", new AlertMemory(rules, outbox, ground.clock()));
        Evaluations rounds = ground.bind("alertRounds", new Evaluations(rules, tempo, ways, memory, ground.clock()));
        Heartbeat heartbeat = ground.bind("heartbeat", new Heartbeat(settings.text("heartbeat.url"), ways, settings.text("heartbeat.mail.to"),
                settings.duration("heartbeat.mail.every"), rounds::lastRound, ground.clock()));
        rounds.watch(Measure.HEARTBEAT_FAILED, heartbeat::failure);
        ground.bind("canary", new Canary(ground.clock()));
        ground.bind("rehearsal", new Rehearsal(ground.database(), Canary.ITS_CHANNEL));
        ground.bind("alertDesk", new AlertActions(ground.database(), ground.clock()));
        return rounds;
    }

    /**
     * What only a running context can say, and the routes that are made by {@code config/alerts.yaml}. What the database cannot be told is the affair of the
     * process that does the work: one that only looks once writes and takes over nothing.
     */
    static void watch(CamelContext context, Wiring wiring, Path spool, Parts.Mode mode) {
        if (mode == Parts.Mode.TIMERS) {
            ((AlertMemory) wiring.beans().get("alertMemory")).keepIn(new AlertSpool(spool.resolve("alerts")));
        }
        new ProcessWatch(context, wiring.session, spool).register(wiring.alertRounds, new TimerWatch(context, Clock.systemUTC()));
        context.getRegistry().bind("deliveryRoutes", new DeliveryRoutes(context, wiring.alertRounds, (Outbox) wiring.beans().get("outbox")));
    }

    static AlertCheck check(ProducerTemplate template, Wiring wiring) {
        return new AlertCheck(template, wiring.alertRounds, (AlertActions) wiring.beans().get("alertDesk"));
    }
}
