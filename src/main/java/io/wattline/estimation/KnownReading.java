package io.wattline.estimation;

import io.wattline.reading.Counters;
import io.wattline.reading.DataQuality;
import java.time.Instant;

/**
 * A reading that is kept, as far as estimates look at it.
 *
 * @param start   start of its interval
 * @param energy  of its interval
 * @param powerKw mean power, kW, net of export; {@link Double#NaN} where there is none
 * @param method  {@code readings.quality_method}; null for a plain measurement
 */
public record KnownReading(Instant start, Counters energy, double powerKw, DataQuality quality, String method) {

    private static final String CATCH_UP = "catch-up: energy of ";
    private static final String SINCE = " slots since ";

    /** Measured, with energy: what an estimate may be made from. */
    public boolean isGood() {
        return quality == DataQuality.MEASURED && energy.hasEnergy();
    }

    /** Whether its energy is that of every slot from {@code since} on as well. */
    public boolean hasCaughtUpSince(Instant since) {
        return quality == DataQuality.SUSPECT && method != null && method.startsWith(CATCH_UP) && method.endsWith(SINCE + since);
    }
}
