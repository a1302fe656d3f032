package io.wattline.health;

import io.wattline.alert.AlertSubject;
import io.wattline.alert.Evaluations;
import io.wattline.alert.Measure;
import io.wattline.alert.Measurement;
import io.wattline.settings.Times;
import io.wattline.source.SourceState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What the process measures of itself, for the rules of {@code config/alerts.yaml}. */
public final class ProcessMeasures {

    /** Parts of health whose troubles have rules with measures of their own. */
    private static final Set<String> OWN_RULE = Set.of("database", "timers", "disk", "spool", "account", "messages",
            "clock");
    private static final Duration TROUBLE_MIN = Duration.ofMinutes(1);

    private final Health health;
    private final Clock clock;
    private final Breaker breaker;
    private final SourceState source;
    private final SpoolFolder spool;
    private final Disk disk;
    private final TimerWatch timers;
    private final ClockWatch step;

    ProcessMeasures(
            Health health,
            Clock clock,
            Breaker breaker,
            SourceState source,
            SpoolFolder spool,
            Disk disk,
            TimerWatch timers,
            ClockWatch step) {
        this.health = health;
        this.clock = clock;
        this.breaker = breaker;
        this.source = source;
        this.spool = spool;
        this.disk = disk;
        this.timers = timers;
        this.step = step;
    }

    void register(Evaluations evaluations) {
        evaluations.watch(Measure.BREAKER_OPEN, this::breaker);
        evaluations.watch(Measure.LOG_IN_REFUSED, this::logIn);
        evaluations.watch(Measure.BACKLOG, () -> wattline(spool.waiting(), spool.path().toString()));
        evaluations.watch(Measure.UNREADABLE_FILES,
                () -> wattline(spool.unreadable(), spool.unreadableFolder().toString()));
        evaluations.watch(Measure.DISK_FREE, () -> wattline(disk.freeShare(), disk.existingFolder().toString()));
        evaluations.watch(Measure.TIMER_LATE, timers::late);
        evaluations.watch(Measure.CLOCK_STEP, step::measure);
        evaluations.watch(Measure.DATABASE_DOWN, this::database);
        evaluations.watch(Measure.PART_DOWN, this::parts);
    }

    /**
     * An evaluation that reads this has a database, which keeps no readings for a minute or longer. The evaluation
     * without a database reports that it is down.
     */
    private List<Measurement> database() {
        return health.troubles().stream().filter(trouble -> trouble.part().equals("database"))
                .filter(trouble -> !trouble.since().plus(TROUBLE_MIN).isAfter(clock.instant()))
                .flatMap(trouble -> wattline(1, trouble.reason()).stream()).toList();
    }

    /** Time in s for each part that is DOWN and has no rule of its own, such as a source that never answered. */
    private List<Measurement> parts() {
        return health.troubles().stream().filter(trouble -> !OWN_RULE.contains(trouble.part()))
                .filter(trouble -> !trouble.part().equals("source") || !breaker.isOpen())
                .map(trouble -> Measurement.of(AlertSubject.part(trouble.part()),
                Duration.between(trouble.since(), clock.instant()).toSeconds(), trouble.reason())).toList();
    }

    /** NaN, "unknown", for a breaker that has seen no call. */
    private List<Measurement> breaker() {
        boolean open = breaker.isOpen();
        boolean unknown = !open && !breaker.hasCalls();
        return wattline(unknown ? Double.NaN : open ? 1 : 0, open ? "state " + breaker.state() : null);
    }

    /** 1 from a refused log-in until the next accepted one; NaN, "unknown", before the first. */
    private List<Measurement> logIn() {
        Instant until = source.refusedUntil();
        boolean refused = until.isAfter(Instant.MIN);
        return wattline(refused ? 1 : source.logIns() == 0 ? Double.NaN : 0, refused
                ? "no request is sent until " + Times.text(until) : null);
    }

    private static List<Measurement> wattline(double value, String detail) {
        return List.of(Measurement.of(AlertSubject.wattline(), value, detail));
    }
}
