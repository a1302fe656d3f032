package io.wattline.reading;

import java.time.Instant;

/**
 * What a channel measured over one interval, in our units.
 *
 * @param channelId the channel
 * @param start     start of the half-open interval, UTC; its length is the resolution of the {@link Window}
 * @param values    by {@link Column#ordinal()}; {@link Double#NaN} where the source gave none. Owned by the reading: never changed after it is made.
 * @param quality   what the row is
 * @param method    why it is that, for example {@code catch-up}; null for a plain measurement
 * @param raw       JSON object of the codes that have no column, values as they arrived; null where there are none
 * @param source    the JSON object that it was read from
 */
public record Reading(int channelId, Instant start, double[] values, DataQuality quality, String method, String raw, RecordOrigin source) {

    /** The value in the column's unit; {@link Double#NaN} where there is none. */
    public double value(Column column) {
        return values[column.ordinal()];
    }

    /** Whether the source gave a value for the column. */
    public boolean has(Column column) {
        return !Double.isNaN(value(column));
    }

    /** Energy of the interval less what was exported, which is what mean power shows; {@link Double#NaN} where there is no energy. */
    public double netEnergyKwh() {
        return value(Column.ENERGY_KWH) - (has(Column.ENERGY_EXPORT_KWH) ? value(Column.ENERGY_EXPORT_KWH) : 0);
    }

    /** The same reading, marked. */
    public Reading marked(DataQuality newQuality, String newMethod) {
        return new Reading(channelId, start, values, newQuality, newMethod, raw, source);
    }
}
