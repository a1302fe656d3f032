package io.wattline.validation;

import java.time.Instant;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * What is known of the readings around a page.
 *
 * @param previous start of the last kept reading before the window; null where none is known
 * @param followed whether the poll requests what follows the window
 * @param peakKw   finds the highest power of the readings kept around the window, kW; empty where too few are kept. It
 *                 asks the database, so it is called only for energy that a gap would have to explain
 */
public record PageContext(Instant previous, boolean followed, Supplier<OptionalDouble> peakKw) {

    /** Nothing is known of the channel's power. */
    public PageContext(Instant previous, boolean followed) {
        this(previous, followed, OptionalDouble::empty);
    }
}
