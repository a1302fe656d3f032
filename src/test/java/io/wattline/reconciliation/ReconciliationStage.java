package io.wattline.reconciliation;

import static org.awaitility.Awaitility.await;

import io.wattline.app.KeptReadings;
import io.wattline.app.WattlineUnderTest;
import io.wattline.backfill.Backfills;
import io.wattline.lab.simulator.Amendments;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.reading.Interval;
import io.wattline.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The service, a source whose chosen slots come late, change or go, and a clock that a test moves. */
final class ReconciliationStage implements AutoCloseable {

    static final Duration DAY = Duration.ofDays(1);
    static final Duration HOUR = Duration.ofHours(1);

    final MovableClock clock;
    final WattlineUnderTest wattline;
    final Reconciliations reconciliations;
    private final Backfills backfills;

    ReconciliationStage(Plant plant, Instant now, Map<String, String> settings) {
        clock = new MovableClock(now);
        Map<String, String> all = new HashMap<>(Map.of(
                "readings.history",
                "4d",
                "reconciliation.nightly.days",
                "3",
                "backfill.share",
                "90",
                "readings.retry.delay",
                "50ms",
                "readings.retry.delay-max",
                "200ms",
                "backfill.attempts",
                "2"));
        all.putAll(settings);
        wattline = WattlineUnderTest.start(SimulatorSettings.of(plant, clock), clock, all);
        reconciliations =
                wattline.context().getRegistry().lookupByNameAndType("reconciliations", Reconciliations.class);
        backfills = wattline.context().getRegistry().lookupByNameAndType("backfills", Backfills.class);
    }

    /** As if nothing had ever been read, at that time, with a source that does nothing to its slots. */
    void begin(Instant now) {
        wattline.awaitIdle();
        clock.advance(Duration.between(clock.instant(), now));
        wattline.simulator().amendments().set(List.of());
        wattline.simulator().faults().set(List.of());
        wattline.database().execute("truncate readings, reading_history, ingestion_logs, dead_letters, data_gaps, "
                + "backfill_jobs, backfill_windows, reconciliations, reading_differences; "
                + "update poll_state set cursor = null, next_poll_at = null, last_reading_at = null, "
                + "look_back_seconds = null, look_back_reason = null, look_back_since = null");
    }

    Amendments amendments() {
        return wattline.simulator().amendments();
    }

    /** Polls after each step of the clock. */
    void pollFor(Duration length, Duration step) {
        for (Instant end = clock.instant().plus(length); clock.instant().isBefore(end); ) {
            clock.advance(step);
            wattline.sync();
        }
    }

    /** One of so many days, worked at until it is over and published; its rows. */
    List<Reconciliation> reconcile(int days, Integer... channelIds) {
        long job = reconciliations.open(List.of(channelIds), days, "test").orElseThrow();
        finish(job);
        return reconciliations.of(job);
    }

    void finish(long job) {
        await().pollInterval(Duration.ofMillis(50)).until(() -> {
            wattline.request("direct:backfill-begin", null);
            return backfills.find(job).orElseThrow().isOver();
        });
        wattline.request("direct:reconciliation-publish", null);
    }

    void mustBeTrue(int channelId, Interval interval) {
        KeptReadings.mustBeTrue(wattline.database().dataSource(), wattline.simulator().truth(), channelId, interval);
    }

    long count(String from, Object... arguments) {
        return (Long) wattline.value("select count(*) from " + from, arguments);
    }

    @Override
    public void close() {
        wattline.close();
    }
}
