package io.wattline;

import io.wattline.alert.AlertDesk;
import io.wattline.alert.AlertMemory;
import io.wattline.alert.AlertRounds;
import io.wattline.alert.AlertSpool;
import io.wattline.alert.Forms;
import io.wattline.alert.Heartbeat;
import io.wattline.alert.LiveRules;
import io.wattline.alert.Measure;
import io.wattline.alert.Outbox;
import io.wattline.alert.Tempo;
import io.wattline.alert.Ways;
import io.wattline.ops.AlertCheck;
import io.wattline.ops.DeliveryRoutes;
import io.wattline.ops.ProcessWatch;
import io.wattline.ops.TimerWatch;
import io.wattline.settings.ConfigFile;
import io.wattline.settings.Settings;
import io.wattline.sql.Rehearsal;
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
    static AlertRounds bind(Ground ground, Consumer<String> inForce) {
        Settings settings = ground.settings();
        Ways ways = new Ways(settings.text("smtp.host"), settings.text("alert.email.from"), settings.text("alert.email.to"), settings.text("slack.webhook.url"),
                settings.text("pagerduty.events-url"), settings.text("pagerduty.routing-key"));
        ground.bind("forms", new Forms(ways));
        Outbox outbox = ground.bind("outbox", new Outbox(settings.duration("alerts.retry.delay"), settings.duration("alerts.retry.delay-max"),
                settings.duration("alerts.give-up"), ground.clock()));
        Duration day = settings.duration("alerts.repeat");
        Tempo tempo = new Tempo(settings.duration("alerts.repeat.critical"), day, settings.duration("alerts.acknowledged-for"), settings.duration("alerts.regroup"),
                settings.duration("alerts.aftermath"));
        LiveRules rules = new LiveRules(() -> ConfigFile.read(settings.home(), RULES), inForce);
        AlertMemory memory = ground.bind("alertMemory", new AlertMemory(rules, outbox, ground.clock()));
        AlertRounds rounds = ground.bind("alertRounds", new AlertRounds(rules, tempo, ways, memory, ground.clock()));
        Heartbeat heartbeat = ground.bind("heartbeat", new Heartbeat(settings.text("heartbeat.url"), ways, settings.text("heartbeat.mail.to"),
                settings.duration("heartbeat.mail.every"), rounds::lastRound, ground.clock()));
        rounds.watch(Measure.HEARTBEAT_FAILED, heartbeat::failure);
        ground.bind("canary", new Canary(ground.clock()));
        ground.bind("rehearsal", new Rehearsal(ground.database(), Canary.ITS_CHANNEL));
        ground.bind("alertDesk", new AlertDesk(ground.database(), ground.clock()));
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
        return new AlertCheck(template, wiring.alertRounds, (AlertDesk) wiring.beans().get("alertDesk"));
    }
}
