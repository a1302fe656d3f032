package io.wattline.backfill;

import static org.awaitility.Awaitility.await;

import io.wattline.app.KeptReadings;
import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.PlantChannel;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.reading.Interval;
import io.wattline.reading.PollScheduler;
import io.wattline.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A plant whose channels are known and read up to date, a history with a hole, the service, and a clock that a test
 * moves.
 */
final class BackfillStage implements AutoCloseable {

    static final Duration DAY = Duration.ofDays(1);

    final MovableClock clock;
    final WattlineUnderTest wattline;
    final Backfills backfills;
    private final PollScheduler desk;

    /** @param source with a {@link MovableClock} */
    BackfillStage(SimulatorSettings source, Map<String, String> settings) {
        // no circuit breaker: an outage in one test does not reach into the next
        Map<String, String> all = new HashMap<>(Map.of(
                "readings.history",
                "1d",
                "readings.retry.delay",
                "50ms",
                "readings.retry.delay-max",
                "200ms",
                "backfill.attempts",
                "3",
                "api.breaker.calls",
                "1000",
                "api.breaker.calls-min",
                "1000"));
        all.putAll(settings);
        clock = (MovableClock) source.clock();
        wattline = WattlineUnderTest.start(source, clock, all);
        backfills = wattline.context().getRegistry().lookupByNameAndType("backfills", Backfills.class);
        desk = wattline.context().getRegistry().lookupByNameAndType("pollScheduler", PollScheduler.class);
        wattline.sync();
    }

    /** Without any job or gap, and with these faults of the source. */
    void begin(Fault... faults) {
        wattline.awaitIdle();
        wattline.simulator().faults().set(Set.of(faults));
        wattline.database().execute("truncate readings, reading_history, ingestion_logs, dead_letters, data_gaps, "
                + "backfill_jobs, backfill_windows");
    }

    /** So many days before today, by the clock. */
    Interval days(int from, int to) {
        Instant today = Interval.floor(clock.instant(), DAY);
        return new Interval(today.minus(DAY.multipliedBy(from)), today.minus(DAY.multipliedBy(to)));
    }

    /** Opens a job over a range and waits for its end. */
    BackfillJob read(Interval range, Integer... channelIds) {
        return finish(backfills.openRange(List.of(channelIds), range, "test").orElseThrow());
    }

    /** Works until the job is over, and what follows from its end is done. */
    BackfillJob finish(long jobId) {
        await().pollInterval(Duration.ofMillis(50)).until(() -> {
            work();
            return job(jobId).isOver() && desk.running() == 0;
        });
        return job(jobId);
    }

    /** What the timer does. */
    void work() {
        wattline.request("direct:backfill-begin", null);
    }

    BackfillJob job(long jobId) {
        return backfills.find(jobId).orElseThrow();
    }

    void mustBeTrue(Collection<PlantChannel> channels, Interval interval) {
        channels.forEach(channel -> KeptReadings.mustBeTrue(
                wattline.database().dataSource(), wattline.simulator().truth(), channel.channelId(), interval));
    }

    long count(String from, Object... arguments) {
        return (Long) wattline.value("select count(*) from " + from, arguments);
    }

    @Override
    public void close() {
        wattline.close();
    }
}
