package io.wattline.health;

import io.wattline.alert.Evaluations;
import io.wattline.eniscope.Session;
import io.wattline.metrics.CallMeter;
import io.wattline.metrics.ProcessMeter;
import io.wattline.metrics.RouteMeter;
import io.wattline.metrics.StateGauges;
import io.wattline.module.Beans;
import io.wattline.module.FeatureModule;
import io.wattline.module.Foundation;
import io.wattline.reading.ReadingModule;
import io.wattline.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;

/** What Wattline knows of itself: health, gauges, and what {@code wattline status} asks. */
public final class HealthModule implements FeatureModule {

    private final Foundation base;
    private final Session session;
    private final ReadingModule reading;
    private final Evaluations evaluations;
    private final OpenWork open;
    private HealthParts parts;
    private ServiceState state;

    public HealthModule(Foundation base, Session session, ReadingModule reading, Evaluations evaluations) {
        this.base = base;
        this.session = session;
        this.reading = reading;
        this.evaluations = evaluations;
        open = new OpenWork(base.clock());
        ProcessMeter.bind(base.meters(), base.database(), base.version());
    }

    @Override
    public void bind(Beans beans) {
        beans.forRoutes("openWork", open);
        beans.forCamel("callMeter", new CallMeter(base.meters()));
    }

    @Override
    public void prepare(CamelContext context) {
        Path spool = base.settings().path("spool.directory");
        parts = new HealthParts(context, base.database(), session, spool, base.clock());
        reading.metrics().breaker(parts::breaker);
        RouteMeter.measure(context, base.meters());
        Disk disk = new Disk(spool);
        TimerWatch timers = new TimerWatch(context, Clock.systemUTC());
        WorkParts work = new WorkParts(limits(), disk, timers, open, base.clock());
        Health health = new Health(Stream.of(parts.all(), work.all()).flatMap(List::stream).toList(), base.clock());
        state = new ServiceState(reading.metrics(), parts::breaker, health, open, new Backlog(spool));
        context.getRegistry().bind("health", health);
        context.getRegistry().bind("running",
                new RunningState(context, state, reading.scheduler(), timers, base.version(), base.settings().profile()));
        StateGauges.register(base.meters(), new StateGauges.Watched(health, open, new Backlog(spool), disk, timers,
                reading.scheduler()::isHeld, base.clock()));
        new ProcessWatch(context, session, spool).register(evaluations, timers);
    }

    private WorkParts.Limits limits() {
        Settings settings = base.settings();
        return new WorkParts.Limits(settings.count("health.disk-free-min"), settings.duration("health.timer-late-max"),
                settings.duration("health.message-age-max"));
    }

    /** The parts of health; once a context is prepared. */
    public HealthParts parts() {
        return parts;
    }

    /** How the service is, from what its parts remember; once a context is prepared. */
    public ServiceState state() {
        return state;
    }
}
