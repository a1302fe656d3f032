package io.wattline.app;

import io.wattline.alert.AlertActions;
import io.wattline.alert.AlertControl;
import io.wattline.audit.AuditLog;
import io.wattline.backfill.BackfillControl;
import io.wattline.deadletter.DeadLetters;
import io.wattline.deadletter.ReplayControl;
import io.wattline.health.Backlog;
import io.wattline.health.Disk;
import io.wattline.health.Health;
import io.wattline.health.HealthParts;
import io.wattline.health.OpenWork;
import io.wattline.health.RunningState;
import io.wattline.health.ServiceState;
import io.wattline.health.TimerWatch;
import io.wattline.health.WorkParts;
import io.wattline.jmx.AuditedMBeans;
import io.wattline.jmx.RemoteJmx;
import io.wattline.metrics.RouteMeter;
import io.wattline.metrics.StateGauges;
import io.wattline.reading.IngestionControl;
import io.wattline.routes.RouteControl;
import io.wattline.routes.RouteGroups;
import io.wattline.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;

/** What operators and monitoring see of a running service, and what operators do with it over JMX. */
final class ControlBeans {

    /** In {@code audit_log}, and as who has opened a job. */
    private static final String OPERATOR = "jmx";

    private ControlBeans() {
    }

    /** What a context that is about to start says of itself: health, metrics, the answer to {@code wattline status}, and the groups and audit of its MBeans. */
    static Health watch(CamelContext context, Wiring wiring, HealthParts parts) {
        RouteGroups.give(context);
        RouteMeter.measure(context, wiring.registry);
        AuditedMBeans.give(context, new AuditLog(wiring.ground.database(), wiring.ground.clock()));
        Clock clock = wiring.ground.clock();
        Disk disk = new Disk(spool(wiring));
        TimerWatch timers = new TimerWatch(context, Clock.systemUTC());
        WorkParts work = new WorkParts(limits(wiring.ground.settings()), disk, timers, open(wiring), clock);
        Health health = new Health(Stream.of(parts.all(), work.all()).flatMap(List::stream).toList(), clock);
        context.getRegistry().bind("health", health);
        context.getRegistry().bind("running", new RunningState(context, state(wiring, parts, health), wiring.pollDesk, timers, Wiring.version(),
                wiring.ground.settings().profile()));
        StateGauges.register(wiring.registry, new StateGauges.Watched(health, open(wiring), new Backlog(spool(wiring)), disk, timers, wiring.pollDesk::isHeld, clock));
        return health;
    }

    private static WorkParts.Limits limits(Settings settings) {
        return new WorkParts.Limits(settings.count("health.disk-free-min"), settings.duration("health.timer-late-max"), settings.duration("health.message-age-max"));
    }

    private static ServiceState state(Wiring wiring, HealthParts parts, Health health) {
        return new ServiceState(wiring.metrics, parts::breaker, health, open(wiring), new Backlog(spool(wiring)));
    }

    /** JMX: Control, and the door for other machines where jmx.port is set. */
    static void serve(CamelContext context, Verbs verbs, HealthParts parts, Health health) throws Exception {
        Wiring wiring = verbs.wiring();
        Settings settings = wiring.ground.settings();
        AuditLog audit = new AuditLog(wiring.ground.database(), wiring.ground.clock());
        // what operators have said before the restart goes on
        wiring.pollDesk.restoreHold();
        context.addService(new ControlService(control(context, verbs, parts, health, audit)));
        if (settings.has("jmx.port")) {
            context.addService(new RemoteJmx(new RemoteJmx.Access(settings.text("jmx.host"), settings.count("jmx.port"), settings.path("jmx.password-file"),
                    settings.path("jmx.access-file"), settings.path("jmx.keystore"), settings.text("jmx.keystore-password")), audit));
        }
    }

    private static ControlMBean control(CamelContext context, Verbs verbs, HealthParts parts, Health health, AuditLog audit) {
        Wiring wiring = verbs.wiring();
        ProducerTemplate template = context.createProducerTemplate();
        return AuditedControl.of(audit,
                state(wiring, parts, health),
                new IngestionControl(wiring.pollDesk, () -> template.sendBody("direct:readings-due", null)),
                new RouteControl(context),
                new BackfillControl(verbs.backfills(), OPERATOR),
                new ReplayControl(new DeadLetters(wiring.ground.database()), verbs.replay(), OPERATOR),
                new AlertControl((AlertActions) wiring.beans().get("alertDesk"), () -> template.sendBody("direct:alerts-check", null)));
    }

    private static OpenWork open(Wiring wiring) {
        return (OpenWork) wiring.beans().get("openWork");
    }

    private static Path spool(Wiring wiring) {
        return wiring.ground.settings().path("spool.directory");
    }
}
