package io.wattline.alert;

import java.util.Map;

/**
 * A value of a measure.
 *
 * @param value           in s (time), 0 to 1 (share), a number, or 0 and 1 (flag); NaN where it is unknown
 * @param expected        the value that the contracts of the channels state; NaN where they state none
 * @param intervalSeconds length of the channel's readings in s; NaN where it is not about one channel
 * @param detail          more for people; null where there is no more
 */
public record Measurement(AlertSubject subject, double value, double expected, double intervalSeconds, String detail) {

    /** A measurement that is relative to nothing. */
    public static Measurement of(AlertSubject subject, double value, String detail) {
        return new Measurement(subject, value, Double.NaN, Double.NaN, detail);
    }

    /** A row of a statement {@code db/sql/measure-*.sql}. */
    public static Measurement of(Map<String, Object> row) {
        Number channel = (Number) row.get("channel_id");
        AlertSubject subject = new AlertSubject(text(row, "organization_id"), text(row, "organization_name"),
                channel == null ? null : channel.intValue(),
                text(row, "channel_type"), channel == null ? text(row, "name") : text(row, "channel_name"));
        return new Measurement(subject, number(row.get("value")), number(row.get("expected")),
                number(row.get("interval_seconds")), text(row, "detail"));
    }

    private static String text(Map<String, Object> row, String column) {
        Object value = row.get(column);
        return value == null ? null : value.toString();
    }

    private static double number(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
