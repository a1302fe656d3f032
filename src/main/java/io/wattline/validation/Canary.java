package io.wattline.validation;

import io.wattline.channel.Channel;
import io.wattline.reading.CheckedPage;
import io.wattline.reading.Column;
import io.wattline.reading.Interval;
import io.wattline.reading.Retrieval;
import io.wattline.reading.SourceFormat;
import io.wattline.reading.Window;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A made-up reading, written as the source would answer it. It passes normalising, the rules and the statement that
 * keeps readings like any other reading, and must reach the database as it was sent.
 */
public final class Canary {

    private static final Duration QUARTER = Duration.ofMinutes(15);
    /** No channel of the source has this id. */
    private static final Channel CHANNEL = new Channel(0, "canary", null, null, QUARTER, null, null);
    private static final int WH_MIN = 200;
    private static final int WH_KINDS = 100;
    private static final double WH_PER_KWH = 1000;
    private static final double TOLERANCE_KWH = 1e-9;

    /**
     * Its channel, which a reading needs. {@link io.wattline.database.Rehearsal} rolls it back together with the
     * reading.
     */
    public static final String ITS_CHANNEL =
            "insert into channels (channel_id, channel_name, active) values (0, 'canary', false) "
                    + "on conflict (channel_id) do nothing";

    private final SourceFormat format;
    private final Clock clock;

    public Canary(SourceFormat format, Clock clock) {
        this.format = format;
        this.clock = clock;
    }

    /** The last quarter of an hour that is over. */
    private Window window() {
        Instant end = Interval.floor(clock.instant(), QUARTER);
        return new Window(CHANNEL, new Interval(end.minus(QUARTER), end), List.of(), 0);
    }

    /** A response that brings the canary, with another energy from slot to slot. */
    public Retrieval page() {
        Window window = window();
        double energyKwh = energyKwh(window);
        byte[] response = format.sample(window, energyKwh, energyKwh * Duration.ofHours(1).dividedBy(QUARTER));
        return Retrieval.of(format.page(response, window));
    }

    private static double energyKwh(Window window) {
        return (WH_MIN + window.interval().start().getEpochSecond() / QUARTER.toSeconds() % WH_KINDS) / WH_PER_KWH;
    }

    /**
     * Parameters of {@code db/sql/canary-keep.sql}; {@link IllegalStateException} where what came out is not what went
     * in.
     */
    public Map<String, Object> arrived(CheckedPage checked) {
        if (checked.accepted().size() != 1) {
            throw new IllegalStateException("The canary is not accepted: "
                    + (checked.rejected().isEmpty() ? "no reading came out" : checked.rejected().get(0).reason())
                    + ". Readings would not be accepted either: check config/rules.yaml and config/fields.yaml.");
        }
        double energyKwh = checked.accepted().get(0).value(Column.ENERGY_KWH);
        same(energyKwh(checked.window()), energyKwh, "normalising has made");
        return Map.of("sent_at", clock.instant().toString(), "energy_kwh", energyKwh);
    }

    /**
     * Checks the result of {@code db/sql/readings-keep.sql}; {@link IllegalStateException} where it is not one new
     * reading.
     */
    public void rehearsed(List<Map<String, Object>> tally) {
        if (!Long.valueOf(1).equals(tally.get(0).get("inserted"))) {
            throw new IllegalStateException("The statement that keeps readings made " + tally.get(0)
                    + " of the canary; allowed: one new reading. "
                    + "Readings would be lost: check db/sql/readings-keep.sql and the triggers of table readings.");
        }
    }

    /** {@link IllegalStateException} where the database does not hold what was sent. */
    public void reached(Map<String, Object> sent, double energyKwh) {
        same((double) sent.get("energy_kwh"), energyKwh, "the database holds");
    }

    private static void same(double sentKwh, double foundKwh, String who) {
        if (!(Math.abs(sentKwh - foundKwh) < TOLERANCE_KWH)) {
            throw new IllegalStateException("The canary was sent with " + sentKwh + " kWh, but " + who + " " + foundKwh
                    + " kWh");
        }
    }
}
