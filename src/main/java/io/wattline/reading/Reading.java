package io.wattline.reading;

import java.time.Instant;

/**
 * What a channel measured over one interval, in the units of {@link Column}.
 *
 * @param channelId the channel
 * @param start     start of the half-open interval, UTC; its length is the resolution of the {@link Window}
 * @param values    by {@link Column#ordinal()}; {@link Double#NaN} where the source gave none. Nobody changes the
 *                  array.
 * @param quality   whether the values are measured, estimated or doubtful
 * @param method    the reason for the quality, such as {@code catch-up}; null for a plain measurement
 * @param raw       JSON object of codes without a column and their values as they arrived; null where there are none
 * @param source    the record that it was read from; null for a reading of the database
 */
public record Reading(
        int channelId,
        Instant start,
        double[] values,
        DataQuality quality,
        String method,
        String raw,
        RecordOrigin source) {

    private static final String PARTIAL = "partial: without ";

    /** The value in the column's unit; {@link Double#NaN} where there is none. */
    public double value(Column column) {
        return values[column.ordinal()];
    }

    /** Whether the source gave a value for the column. */
    public boolean has(Column column) {
        return !Double.isNaN(value(column));
    }

    /**
     * Consumed minus exported energy, kWh, which is what mean power measures; {@link Double#NaN} where there is no
     * energy.
     */
    public double netEnergyKwh() {
        return value(Column.ENERGY_KWH) - (has(Column.ENERGY_EXPORT_KWH) ? value(Column.ENERGY_EXPORT_KWH) : 0);
    }

    /** What a dead letter keeps of it; null for a reading of the database, which came in no response. */
    public String payload() {
        return source == null ? null : source.payload();
    }

    /** The same reading with other values. */
    public Reading withValues(double[] newValues) {
        return new Reading(channelId, start, newValues, quality, method, raw, source);
    }

    /** Whether it has a value in any column. */
    public boolean hasAnyValue() {
        for (double value : values) {
            if (!Double.isNaN(value)) {
                return true;
            }
        }
        return false;
    }

    /** The same reading, doubtful since something of it is set aside, such as {@code power_factor}. */
    public Reading without(String what) {
        return marked(DataQuality.SUSPECT, (method == null ? "" : method + "; ") + PARTIAL + what);
    }

    /** Whether something of it is set aside in a dead letter. */
    public boolean isPartial() {
        return method != null && method.contains(PARTIAL);
    }

    /** The same reading with another quality. */
    public Reading marked(DataQuality newQuality, String newMethod) {
        return new Reading(channelId, start, values, newQuality, newMethod, raw, source);
    }
}
