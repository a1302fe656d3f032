package io.wattline;

import io.wattline.alert.AlertDesk;
import io.wattline.audit.AuditLog;
import io.wattline.deadletter.DeadLetters;
import io.wattline.ops.AlertControl;
import io.wattline.ops.AuditedControl;
import io.wattline.ops.BackfillControl;
import io.wattline.ops.Backlog;
import io.wattline.ops.ControlService;
import io.wattline.ops.Disk;
import io.wattline.ops.Health;
import io.wattline.ops.HealthParts;
import io.wattline.ops.IngestionControl;
import io.wattline.ops.OpenWork;
import io.wattline.ops.ReplayControl;
import io.wattline.ops.RouteControl;
import io.wattline.ops.ServiceState;
import io.wattline.ops.TimerWatch;
import io.wattline.ops.WorkParts;
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

    /** Health of a context that is about to start. */
    static Health health(CamelContext context, Wiring wiring, HealthParts parts) {
        Settings settings = wiring.ground.settings();
        WorkParts.Limits limits = new WorkParts.Limits(settings.count("health.disk-free-min"), settings.duration("health.timer-late-max"),
                settings.duration("health.message-age-max"));
        WorkParts work = new WorkParts(limits, new Disk(spool(wiring)), new TimerWatch(context, Clock.systemUTC()), open(wiring), wiring.ground.clock());
        return new Health(Stream.of(parts.all(), work.all()).flatMap(List::stream).toList(), wiring.ground.clock());
    }

    static ControlService service(CamelContext context, Verbs verbs, HealthParts parts, Health health, ProducerTemplate template) {
        Wiring wiring = verbs.wiring();
        // what operators have said before the restart goes on
        wiring.pollDesk.restoreHold();
        return new ControlService(AuditedControl.of(new AuditLog(wiring.ground.database(), wiring.ground.clock()),
                new ServiceState(wiring.metrics, parts::breaker, health, open(wiring), new Backlog(spool(wiring))),
                new IngestionControl(wiring.pollDesk, () -> template.sendBody("direct:readings-due", null)),
                new RouteControl(context),
                new BackfillControl(verbs.backfills(), OPERATOR),
                new ReplayControl(new DeadLetters(wiring.ground.database()), verbs.replay(), OPERATOR),
                new AlertControl((AlertDesk) wiring.beans().get("alertDesk"), () -> template.sendBody("direct:alerts-check", null))));
    }

    private static OpenWork open(Wiring wiring) {
        return (OpenWork) wiring.beans().get("openWork");
    }

    private static Path spool(Wiring wiring) {
        return wiring.ground.settings().path("spool.directory");
    }
}
