package io.wattline.quality;

import io.wattline.reading.Interval;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;

/**
 * One local day of one channel, or the days over which a gap was caught up, to be compared with the source's total: a
 * row of {@code db/sql/sum-check-days.sql}.
 *
 * @param results    of the run that the day belongs to
 * @param day        half-open
 * @param kept       kept readings that have an energy
 * @param withoutEnergy kept readings that have none
 * @param expected   readings that should exist
 * @param keptKwh    energy of the kept readings
 * @param earlierKwh energy of readings that include a gap from before the day: some of it may be of other days
 * @param caughtUp   missing readings whose energy a later reading of the day includes
 */
public record SumCheckDay(
        SumCheckResults results,
        int channelId,
        Interval day,
        int kept,
        int withoutEnergy,
        int expected,
        double keptKwh,
        double earlierKwh,
        int caughtUp) {

    static SumCheckDay of(SumCheckResults results, Map<String, Object> row) {
        return new SumCheckDay(
                results,
                (Integer) row.get("channel_id"),
                new Interval(instant(row, "day_start"), instant(row, "day_end")),
                number(row, "kept").intValue(),
                number(row, "energy_null").intValue(),
                number(row, "expected").intValue(),
                number(row, "kept_kwh").doubleValue(),
                number(row, "earlier_kwh").doubleValue(),
                number(row, "caught_up").intValue());
    }

    /** Whether the kept readings include the energy of the whole day. */
    boolean isComplete() {
        return kept + caughtUp >= expected;
    }

    /** How many readings the kept energy is from, for people. */
    String readings() {
        return kept + " of " + expected + " readings"
                + (withoutEnergy == 0 ? "" : " (" + withoutEnergy + " more have no energy)")
                + (caughtUp == 0 ? "" : " (" + caughtUp + " more are within a later one)");
    }

    private static Number number(Map<String, Object> row, String column) {
        return (Number) row.get(column);
    }

    private static Instant instant(Map<String, Object> row, String column) {
        return ((Timestamp) row.get(column)).toInstant();
    }
}
