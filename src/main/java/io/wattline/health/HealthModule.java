package io.wattline.health;

import io.wattline.alert.Evaluations;
import io.wattline.module.Beans;
import io.wattline.module.FeatureModule;
import io.wattline.module.Foundation;
import io.wattline.reading.ReadingModule;
import io.wattline.source.SourceState;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;

/** What Wattline knows of itself: health, gauges, measures for alert rules, and what {@code wattline status} shows. */
public final class HealthModule implements FeatureModule {

    private final Foundation base;
    private final SourceState source;
    private final ReadingModule reading;
    private final Evaluations evaluations;
    private final HealthSettings settings;
    private final SpoolFolder spool;
    private final OpenWork open;
    private Breaker breaker;
    private ServiceState state;

    public HealthModule(Foundation base, SourceState source, ReadingModule reading, Evaluations evaluations) {
        this.base = base;
        this.source = source;
        this.reading = reading;
        this.evaluations = evaluations;
        settings = base.settings().of(HealthSettings.class);
        spool = new SpoolFolder(base.settings().path("spool.directory"));
        open = new OpenWork(base.clock());
    }

    @Override
    public void bind(Beans beans) {
        beans.forRoutes("openWork", open);
    }

    @Override
    public void prepare(CamelContext context) {
        breaker = new Breaker(context, source.breakerId());
        Disk disk = new Disk(spool.path());
        TimerWatch timers = new TimerWatch(context, Clock.systemUTC());
        Health health = new Health(parts(context, disk, timers), base.clock());
        state = new ServiceState(reading.metrics(), breaker::state, health, open, spool);
        context.getRegistry().bind("health", health);
        context.getRegistry().bind("runningState",
                new RunningState(context, state, reading.scheduler(), timers, base.version(),
                base.settings().profile()));
        StateGauges.register(base.meters(), new StateGauges.Watched(health, breaker, open, spool, disk, timers,
                reading.scheduler()::isPaused, base.clock()));
        new ProcessMeasures(breaker, source, spool, disk, timers).register(evaluations);
    }

    private List<Health.Part> parts(CamelContext context, Disk disk, TimerWatch timers) {
        HealthChecks checks = new HealthChecks(context, base.database(), source, spool, base.clock());
        LimitChecks limits = new LimitChecks(settings, disk, timers, open, base.clock());
        return Stream.of(checks.all(), limits.all()).flatMap(List::stream).toList();
    }

    /** State of the circuit breaker in front of the source; once a context is prepared. */
    public String breakerState() {
        return breaker.state();
    }

    /** Responses that wait for the database. */
    public SpoolFolder spool() {
        return spool;
    }

    /** The state of the service from memory; once a context is prepared. */
    public ServiceState state() {
        return state;
    }
}
