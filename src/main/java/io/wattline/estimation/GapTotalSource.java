package io.wattline.estimation;

import io.wattline.reading.CounterBins;
import io.wattline.reading.CounterRequest;
import io.wattline.reading.Counters;
import java.util.List;

/** A way to get the energy over a gap from the source. */
interface GapTotalSource {

    /** Difference between a source's energy and kept energy that is rounding, as a share of it. */
    double TOLERANCE = 0.01;
    /** The same for little energy, kWh. */
    double TOLERANCE_KWH = 0.001;

    /** The requests, in order. */
    List<CounterRequest> requests();

    /** @param responses one for each request */
    TotalAttempt total(List<CounterBins> responses);

    /** Whether two amounts of energy are the same, except for rounding. */
    static boolean agree(Counters one, Counters other) {
        return agree(one.energyKwh(), other.energyKwh())
                && one.hasExport() == other.hasExport()
                && (!one.hasExport() || agree(one.exportKwh(), other.exportKwh()));
    }

    private static boolean agree(double oneKwh, double otherKwh) {
        double most = Math.max(Math.abs(oneKwh), Math.abs(otherKwh));
        return Math.abs(oneKwh - otherKwh) <= Math.max(TOLERANCE_KWH, TOLERANCE * most);
    }
}
