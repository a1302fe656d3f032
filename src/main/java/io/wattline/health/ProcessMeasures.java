package io.wattline.health;

import io.wattline.alert.AlertSubject;
import io.wattline.alert.Evaluations;
import io.wattline.alert.Measure;
import io.wattline.alert.Measurement;
import io.wattline.source.SourceState;
import java.time.Instant;
import java.util.List;

/** What the process measures of itself, for the rules of {@code config/alerts.yaml}. */
public final class ProcessMeasures {

    private final Breaker breaker;
    private final SourceState source;
    private final SpoolFolder spool;
    private final Disk disk;
    private final TimerWatch timers;

    ProcessMeasures(Breaker breaker, SourceState source, SpoolFolder spool, Disk disk, TimerWatch timers) {
        this.breaker = breaker;
        this.source = source;
        this.spool = spool;
        this.disk = disk;
        this.timers = timers;
    }

    void register(Evaluations evaluations) {
        evaluations.watch(Measure.BREAKER_OPEN, this::breaker);
        evaluations.watch(Measure.LOG_IN_REFUSED, this::logIn);
        evaluations.watch(Measure.BACKLOG, () -> wattline(spool.waiting(), spool.path().toString()));
        evaluations.watch(Measure.UNREADABLE_FILES,
                () -> wattline(spool.unreadable(), spool.unreadableFolder().toString()));
        evaluations.watch(Measure.DISK_FREE, () -> wattline(disk.freeShare(), disk.existingFolder().toString()));
        evaluations.watch(Measure.TIMER_LATE, timers::late);
        // an evaluation that reads this has a database; the evaluation without one reports that it is down
        evaluations.watch(Measure.DATABASE_DOWN, List::of);
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
                ? "no request is sent until " + until : null);
    }

    private static List<Measurement> wattline(double value, String detail) {
        return List.of(Measurement.of(AlertSubject.wattline(), value, detail));
    }
}
