package io.wattline.field;

import io.wattline.reading.ValueColumn;

/**
 * One field code of the source, such as {@code E}.
 *
 * @param label      the source's name for it
 * @param kind       whether a reading holds the usage of its interval or a mean
 * @param unit       the unit in the source's catalogue, empty where it names none; a value is converted from the unit
 *                   that its response names
 * @param column     where it is stored; null where it goes to {@code raw}
 * @param ask        whether Wattline requests it where a device type offers it
 * @param catalogued whether it is in the source's catalogue of 231 fields
 */
public record Field(
        String code, String label, Kind kind, String unit, ValueColumn column, boolean ask, boolean catalogued) {

    /** How a value relates to its interval. */
    public enum Kind {
        /** A total: a reading holds what was used within the interval. */
        COUNTER,
        /** A state: a reading holds the mean over the interval. */
        INSTANT
    }
}
