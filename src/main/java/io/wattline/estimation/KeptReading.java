package io.wattline.estimation;

import io.wattline.reading.Counters;
import io.wattline.reading.DataQuality;
import java.time.Instant;

/**
 * A kept reading, with what estimation needs of it.
 *
 * @param start   start of its interval
 * @param energy  over its interval
 * @param powerKw mean power, kW, net of export; {@link Double#NaN} where there is none
 * @param method  {@code readings.quality_method}; null for a plain measurement
 */
public record KeptReading(Instant start, Counters energy, double powerKw, DataQuality quality, String method) {

    private static final String CATCH_UP = "catch-up: energy of ";
    private static final String SINCE = " slots since ";

    /** Whether it is measured and has energy, so that an estimate may use it. */
    public boolean isGood() {
        return quality == DataQuality.MEASURED && energy.hasEnergy();
    }

    /** Whether its energy includes that of every slot from {@code since} on. */
    public boolean hasCaughtUpSince(Instant since) {
        return quality == DataQuality.SUSPECT
                && method != null
                && method.startsWith(CATCH_UP)
                && method.endsWith(SINCE + since);
    }
}
