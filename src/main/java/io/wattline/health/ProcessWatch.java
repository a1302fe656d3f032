package io.wattline.health;

import io.wattline.alert.AlertSubject;
import io.wattline.alert.Evaluations;
import io.wattline.alert.Measure;
import io.wattline.alert.Measurement;
import io.wattline.eniscope.Session;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.component.resilience4j.ResilienceProcessor;

/** What the process knows of itself, for the rules of {@code config/alerts.yaml}. */
public final class ProcessWatch {

    private final CamelContext context;
    private final Session session;
    private final Backlog backlog;
    private final Disk disk;

    public ProcessWatch(CamelContext context, Session session, Path spool) {
        this.context = context;
        this.session = session;
        this.backlog = new Backlog(spool);
        this.disk = new Disk(spool);
    }

    /** @param timers the watch over the timers */
    public void register(Evaluations rounds, TimerWatch timers) {
        rounds.watch(Measure.BREAKER_OPEN, this::breaker);
        rounds.watch(Measure.LOG_IN_REFUSED, this::logIn);
        rounds.watch(Measure.BACKLOG, () -> whole(backlog.waiting(), backlog.spool().toString()));
        rounds.watch(Measure.UNREADABLE_FILES, () -> whole(backlog.unreadable(), backlog.unreadableFolder().toString()));
        rounds.watch(Measure.DISK_FREE, () -> whole(disk.freeShare(), disk.there().toString()));
        rounds.watch(Measure.TIMER_LATE, timers::late);
        // an evaluation that reads the database has found it; the one without says that it is down
        rounds.watch(Measure.DATABASE_DOWN, List::of);
    }

    /** A breaker that was never called knows nothing. */
    private List<Measurement> breaker() {
        ResilienceProcessor breaker = context.getProcessor("api-breaker", ResilienceProcessor.class);
        boolean open = breaker != null && !breaker.getCircuitBreakerState().equals("CLOSED");
        boolean unknown = breaker == null || !open && breaker.getNumberOfBufferedCalls() == 0;
        return whole(unknown ? Double.NaN : open ? 1 : 0, open ? "state " + breaker.getCircuitBreakerState() : null);
    }

    /** Refused until a log-in is taken again; a process that has not tried knows nothing. */
    private List<Measurement> logIn() {
        Instant until = session.refusedUntil();
        boolean refused = until.isAfter(Instant.MIN);
        return whole(refused ? 1 : session.logIns() == 0 ? Double.NaN : 0, refused ? "nothing is asked until " + until : null);
    }

    private static List<Measurement> whole(double value, String detail) {
        return List.of(Measurement.of(AlertSubject.wattline(), value, detail));
    }
}
