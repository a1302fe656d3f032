package io.wattline.forecast;

import io.wattline.forecast.method.ForecastKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One run, started by the timer or on request. It is used by one thread. */
public final class ForecastRun {

    private final Instant now;
    private final Set<String> muted;
    private final List<String> problems = new ArrayList<>();
    private final int settled;
    private long runId;
    private long made;
    private long warnings;
    private boolean widens;

    ForecastRun(Instant now, int settled, Set<String> muted) {
        this.now = now;
        this.settled = settled;
        this.muted = muted;
    }

    Instant now() {
        return now;
    }

    boolean isMuted(ForecastKind kind) {
        return muted.contains(kind.text());
    }

    void started(long id) {
        runId = id;
    }

    long runId() {
        return runId;
    }

    void made(long forecasts, long ofThemWarnings, boolean widensLookBack) {
        made += forecasts;
        warnings += ofThemWarnings;
        widens |= widensLookBack;
    }

    void failed(String problem) {
        problems.add(problem);
    }

    boolean widens() {
        return widens;
    }

    ForecastReport report() {
        return new ForecastReport(runId, settled, made, warnings, List.copyOf(muted), problems);
    }
}
