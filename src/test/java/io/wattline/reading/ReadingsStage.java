package io.wattline.reading;

import io.wattline.app.KeptReadings;
import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A plant, its source with a lever for each fault, the service, and a clock that a test moves. Two days of history; one
 * for all tests of a class.
 */
final class ReadingsStage implements AutoCloseable {

    static final Duration HISTORY = Duration.ofDays(2);
    private static final Duration DELAY = Duration.ofMinutes(2);

    final MovableClock clock;
    final WattlineUnderTest wattline;

    private ReadingsStage(MovableClock clock, WattlineUnderTest wattline) {
        this.clock = clock;
        this.wattline = wattline;
    }

    static ReadingsStage start(Plant plant, String now, Map<String, String> settings) {
        return start(SimulatorSettings.of(plant, new MovableClock(Instant.parse(now))), settings);
    }

    /** @param source with a {@link MovableClock} */
    static ReadingsStage start(SimulatorSettings source, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("readings.history", "2d"));
        all.putAll(settings);
        MovableClock clock = (MovableClock) source.clock();
        return new ReadingsStage(clock, WattlineUnderTest.start(source, clock, all));
    }

    /** Everything as on the first day, with these faults of the source. */
    void begin(Fault... faults) {
        wattline.awaitIdle();
        wattline.simulator().faults().set(Set.of(faults));
        wattline.database()
                .execute("truncate readings, reading_history, ingestion_logs, dead_letters, unknown_fields, poll_state,"
                        + " alerts, alert_events, alert_outbox, runs; update channels set interval_seconds = 900");
    }

    /** Metadata, then what is due of some channels; of all where none is named. */
    SyncResult poll(Integer... channelIds) {
        return wattline.sync(new SyncRequest(null, List.of(channelIds), null));
    }

    /** A range once more, whatever is due; no cursor moves. */
    SyncResult askAgain(Interval range, Integer... channelIds) {
        return wattline.sync(new SyncRequest(range, List.of(channelIds), null));
    }

    /** What a first poll asks for at the present time. */
    Interval history(Duration interval) {
        return new Interval(
                Interval.floor(clock.instant().minus(HISTORY), interval),
                Interval.floor(clock.instant().minus(DELAY), interval));
    }

    Interval history() {
        return history(Duration.ofMinutes(15));
    }

    void mustBeTrue(int channelId, Interval interval) {
        KeptReadings.mustBeTrue(wattline.database().dataSource(), wattline.simulator().truth(), channelId, interval);
    }

    /** Rows, their places and their transactions: equal means that nothing was written. */
    List<Map<String, Object>> places() {
        return wattline.rows("select channel_id, \"timestamp\", ctid::text, xmin::text from readings order by 1, 2");
    }

    long count(String from, Object... arguments) {
        return (Long) wattline.value("select count(*) from " + from, arguments);
    }

    Map<String, Object> pollState(int channelId) {
        return wattline.rows(
                        "select *, array_to_string(fields, ',') as codes from poll_state where channel_id = ?",
                        channelId)
                .get(0);
    }

    Instant cursor(int channelId) {
        return instant(pollState(channelId).get("cursor"));
    }

    static Instant instant(Object timestamp) {
        return timestamp == null ? null : ((Timestamp) timestamp).toInstant();
    }

    @Override
    public void close() {
        wattline.close();
    }
}
