package io.wattline.health;

import io.wattline.alert.Evaluations;
import io.wattline.deadletter.SpoolSettings;
import io.wattline.metrics.SourceCalls;
import io.wattline.module.Beans;
import io.wattline.module.FeatureModule;
import io.wattline.module.Foundation;
import io.wattline.reading.ReadingModule;
import io.wattline.source.SourceState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Service;

/** What Wattline knows of itself: health, gauges, measures for alert rules, and what {@code wattline status} shows. */
public final class HealthModule implements FeatureModule {

    private final Foundation base;
    private final SourceState source;
    private final Supplier<SourceCalls> calls;
    private final ReadingModule reading;
    private final Evaluations evaluations;
    private final HealthSettings settings;
    private final SpoolFolder spool;
    private final OpenWork open;
    private final List<Health.Part> more = new ArrayList<>();
    private Breaker breaker;
    private Health health;
    private ServiceState state;

    /** @param calls requests to the source since the start */
    public HealthModule(Foundation base, SourceState source, Supplier<SourceCalls> calls, ReadingModule reading,
            Evaluations evaluations) {
        this.base = base;
        this.source = source;
        this.calls = calls;
        this.reading = reading;
        this.evaluations = evaluations;
        settings = base.settings().of(HealthSettings.class);
        spool = new SpoolFolder(base.settings().of(SpoolSettings.class).directory());
        open = new OpenWork(base.clock());
    }

    @Override
    public void bind(Beans beans) {
        beans.forRoutes("openWork", open);
    }

    @Override
    public void prepare(CamelContext context, Beans beans) {
        breaker = new Breaker(context, source.breakerId());
        Disk disk = new Disk(spool.path());
        TimerWatch timers = new TimerWatch(context, Clock.systemUTC());
        ClockWatch step = add(context, new ClockWatch(Clock.systemUTC(), System::nanoTime, () -> {
            timers.scheduleAgain();
            breaker.tryAgain();
        }));
        more.add(new Health.Part("clock", false, step::trouble));
        health = new Health(parts(context, disk, timers), base.clock());
        state = new ServiceState(reading.metrics(), breaker::state, health, open, spool);
        beans.forRoutes("health", health);
        beans.forRoutes("runningState",
                new RunningState(context, state, reading.scheduler(), timers, health::unknown, base.version(),
                base.settings().profile()));
        StateGauges.register(base.meters(), new StateGauges.Watched(health, breaker, open, spool, disk, timers,
                reading.scheduler()::isPaused, base.clock()));
        new ProcessMeasures(health, base.clock(), breaker, source, spool, disk, timers, step).register(evaluations);
    }

    private List<Health.Part> parts(CamelContext context, Disk disk, TimerWatch timers) {
        SourceCheck sourceCheck = new SourceCheck(breaker, source, calls, base.clock());
        HealthChecks checks =
                new HealthChecks(context, new WriteTrial(connection(context), base.database()), sourceCheck, spool);
        LimitChecks limits = new LimitChecks(settings, disk, timers, open, base.clock());
        return Stream.of(checks.all(), limits.all(), more).flatMap(List::stream).toList();
    }

    private HealthConnection connection(CamelContext context) {
        return add(context, new HealthConnection(base.settings()));
    }

    private static <T extends Service> T add(CamelContext context, T service) {
        try {
            context.addService(service);
            return service;
        } catch (Exception e) {
            throw new IllegalStateException("Health cannot be set up: " + e.getMessage(), e);
        }
    }

    /** Adds a part of another feature; before a context is prepared. */
    public void add(Health.Part part) {
        more.add(part);
    }

    /** What the last check found wrong; once a context is prepared. */
    public List<Health.Trouble> troubles() {
        return health.troubles();
    }

    /** What is known of the source: unknown, responding or silent. */
    public String sourceState() {
        return calls.get().state();
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
