package io.wattline.quality;

import io.wattline.reading.Interval;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;

/**
 * One local day of one channel, to be compared with the source's total: a row of {@code db/sql/sum-check-days.sql}.
 *
 * @param results    of the run that the day belongs to
 * @param day        half-open
 * @param kept       kept readings that have an energy
 * @param expected   readings that should exist
 * @param keptKwh    energy of the kept readings
 * @param catchUpKwh energy of readings that include an earlier gap; the day is not compared where it is not 0
 */
public record SumCheckDay(
        SumCheckResults results,
        int channelId,
        Interval day,
        int kept,
        int expected,
        double keptKwh,
        double catchUpKwh) {

    static SumCheckDay of(SumCheckResults results, Map<String, Object> row) {
        return new SumCheckDay(
                results,
                (Integer) row.get("channel_id"),
                new Interval(instant(row, "day_start"), instant(row, "day_end")),
                number(row, "kept").intValue(),
                number(row, "expected").intValue(),
                number(row, "kept_kwh").doubleValue(),
                number(row, "catch_up_kwh").doubleValue());
    }

    boolean isComplete() {
        return kept == expected;
    }

    private static Number number(Map<String, Object> row, String column) {
        return (Number) row.get(column);
    }

    private static Instant instant(Map<String, Object> row, String column) {
        return ((Timestamp) row.get(column)).toInstant();
    }
}
