package io.wattline.eniscope;

import io.wattline.reading.ValueColumn;

/**
 * One field code of the vendor, such as {@code E}.
 *
 * @param label      the vendor's name for it
 * @param kind       whether a reading holds the usage of its interval or a mean
 * @param unit       the unit that the catalogue promises, empty where it names none; a value is converted from the unit of its own answer
 * @param column     where it is kept; null where it goes to {@code raw}
 * @param ask        whether it is asked for where a device type offers it
 * @param catalogued whether it is in the vendor's catalogue of 231 fields
 */
public record Field(String code, String label, Kind kind, String unit, ValueColumn column, boolean ask, boolean catalogued) {

    /** How a value relates to its interval. */
    public enum Kind {
        /** A total: a reading holds what was used within the interval. */
        COUNTER,
        /** A state: a reading holds the mean over the interval. */
        INSTANT
    }
}
