package io.wattline.health;

import io.wattline.alert.AlertSubject;
import io.wattline.alert.Measurement;
import io.wattline.settings.Durations;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that the machine's clock was set. Quartz waits for a time of day: after a step back it would start no timer
 * until the old time is reached again, so each timer is scheduled again from the new time. After a step forward Quartz
 * starts each timer that was missed once.
 */
final class ClockWatch extends ServiceSupport {

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
    /** Readings are as exact as this; NTP corrects less without a step. */
    private static final Duration STEP_MIN = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    /** Long enough for people to see it in health, and for the alert rule to be evaluated. */
    private static final Duration SHOWN = Duration.ofMinutes(30);

    private final ClockSteps steps = new ClockSteps(STEP_MIN);
    private final Clock clock;
    private final LongSupplier nanos;
    private final Runnable afterStepBack;
    private ScheduledExecutorService thread;
    private volatile ClockSteps.Step last;

    /**
     * @param clock         the machine's, which Quartz follows
     * @param nanos         as {@link System#nanoTime()}
     * @param afterStepBack schedules the timers again
     */
    ClockWatch(Clock clock, LongSupplier nanos, Runnable afterStepBack) {
        this.clock = clock;
        this.nanos = nanos;
        this.afterStepBack = afterStepBack;
    }

    /** Looks at both clocks. */
    void look() {
        try {
            steps.look(clock.instant(), nanos.getAsLong()).ifPresent(this::noticed);
        } catch (RuntimeException e) {
            LOG.error("Clock: the timers could not be scheduled again. Restart Wattline", e);
        }
    }

    private void noticed(ClockSteps.Step step) {
        last = step;
        LOG.warn("Clock: {}", text(step));
        if (step.by().isNegative()) {
            afterStepBack.run();
        }
    }

    /** For health: the newest step, for half an hour. */
    Optional<String> trouble() {
        ClockSteps.Step step = last;
        return step == null || clock.instant().isAfter(step.at().plus(SHOWN)) ? Optional.empty()
                : Optional.of(text(step));
    }

    /** The size in s of the newest step of the last half hour; 0 where there is none. */
    List<Measurement> measure() {
        return List.of(trouble()
                .map(text -> Measurement.of(AlertSubject.wattline(), last.by().abs().toSeconds(), text))
                .orElse(Measurement.of(AlertSubject.wattline(), 0, null)));
    }

    private static String text(ClockSteps.Step step) {
        String by = Durations.humane(step.by().abs());
        return "the machine's clock was set " + (step.by().isNegative() ? "back by " + by + "; every timer is scheduled"
                + " again from the new time" : "forward by " + by + ", or the machine was suspended; each timer that"
                + " was missed runs once")
                + " (noticed at " + step.at().truncatedTo(ChronoUnit.SECONDS)
                + "). Check the time service (timedatectl)";
    }

    @Override
    protected void doStart() {
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread watch = new Thread(task, "wattline-clock");
            watch.setDaemon(true);
            return watch;
        });
        thread.scheduleWithFixedDelay(this::look, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    protected void doStop() {
        if (thread != null) {
            thread.shutdownNow();
        }
    }
}
