package io.wattline.estimation;

import io.wattline.reading.Counters;
import java.util.Map;

/**
 * The known energy over a gap.
 *
 * @param energy over the whole gap, kWh
 * @param source where it comes from: {@code catch-up}, {@code register}, {@code action=total} or {@code coarser}:
 *               column {@code estimates.total_source}
 * @param inputs what it was computed from, for table {@code estimates}
 */
record GapTotal(Counters energy, String source, Map<String, Object> inputs) {

    /** Energy below this is rounding of a difference, kWh. */
    private static final double ROUNDING_KWH = 1e-6;

    /** The same total with rounding as 0, so that an idle gap does not look as if its counter went back. */
    GapTotal withoutRounding() {
        return new GapTotal(
                new Counters(withoutRounding(energy.energyKwh()), withoutRounding(energy.exportKwh())), source, inputs);
    }

    private static double withoutRounding(double kwh) {
        return Math.abs(kwh) < ROUNDING_KWH ? 0 : kwh;
    }
}
