package io.wattline.validation;

import io.wattline.channel.Channel;
import io.wattline.reading.Column;
import io.wattline.reading.Interval;
import io.wattline.reading.Window;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A slot that is made up, as the source would answer it: it goes through normalising, rules and the statement that keeps readings like any other, and must reach the database as it was sent. */
public final class Canary {

    private static final Duration QUARTER = Duration.ofMinutes(15);
    /** No channel of the source has this id. */
    private static final Channel CHANNEL = new Channel(0, "canary", null, null, QUARTER, null, null);
    private static final int WH_MIN = 200;
    private static final int WH_KINDS = 100;
    private static final double WH_PER_KWH = 1000;
    private static final double TOLERANCE_KWH = 1e-9;

    /** Its channel, without which no reading of it can be kept; {@link io.wattline.database.Rehearsal} takes it back with the reading. */
    public static final String ITS_CHANNEL = "insert into channels (channel_id, channel_name, active) values (0, 'canary', false) on conflict (channel_id) do nothing";

    private final Clock clock;

    public Canary(Clock clock) {
        this.clock = clock;
    }

    /** The question that it answers: the last quarter of an hour that is over. */
    public Window window() {
        Instant end = Interval.floor(clock.instant(), QUARTER);
        return new Window(CHANNEL, new Interval(end.minus(QUARTER), end), List.of("E", "P"), 0);
    }

    /** Its answer, with another energy from slot to slot; power in W is four times the energy in Wh of a quarter of an hour. */
    public byte[] answer(Window window) {
        long wh = energyWh(window);
        return ("{\"name\":\"canary\",\"channel\":0,\"resolution\":900,\"units\":{\"E\":\"Wh\",\"P\":\"W\"},\"recordCount\":1,\"records\":[{\"ts\":"
                + window.interval().start().getEpochSecond() + ",\"E\":" + wh + ",\"P\":" + 4 * wh + "}]}").getBytes(StandardCharsets.UTF_8);
    }

    private static long energyWh(Window window) {
        return WH_MIN + window.interval().start().getEpochSecond() / QUARTER.toSeconds() % WH_KINDS;
    }

    /** Parameters of {@code db/sql/canary-keep.sql}; {@link IllegalStateException} where what came out is not what went in. */
    public Map<String, Object> arrived(Window window, Checked checked) {
        if (checked.accepted().size() != 1) {
            throw new IllegalStateException("The canary does not get through: " + (checked.rejected().isEmpty() ? "nothing came out" : checked.rejected().get(0).reason())
                    + ". Readings would not either: check config/rules.yaml and config/fields.yaml.");
        }
        double energyKwh = checked.accepted().get(0).value(Column.ENERGY_KWH);
        same(energyWh(window) / WH_PER_KWH, energyKwh, "normalising has made");
        return Map.of("sent_at", clock.instant().toString(), "energy_kwh", energyKwh);
    }

    /** Looks at what {@code db/sql/readings-keep.sql} has made of it; {@link IllegalStateException} where it was not one new reading. */
    public void rehearsed(List<Map<String, Object>> tally) {
        if (!Long.valueOf(1).equals(tally.get(0).get("inserted"))) {
            throw new IllegalStateException("The canary went through the statement that keeps readings, which has made " + tally.get(0)
                    + " of it; allowed: one new reading. Readings would be lost: check db/sql/readings-keep.sql and the triggers of table readings.");
        }
    }

    /** {@link IllegalStateException} where the database has not what was sent. */
    public void reached(Map<String, Object> sent, double energyKwh) {
        same((Double) sent.get("energy_kwh"), energyKwh, "the database has");
    }

    private static void same(double sentKwh, double foundKwh, String who) {
        if (!(Math.abs(sentKwh - foundKwh) < TOLERANCE_KWH)) {
            throw new IllegalStateException("The canary was sent with " + sentKwh + " kWh, and " + who + " " + foundKwh + " of it");
        }
    }
}
