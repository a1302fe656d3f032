package io.wattline.estimation;

import io.wattline.reading.Counters;

/** Whether a total over a gap can be true. */
final class GapTotalDoubt {

    private GapTotalDoubt() {}

    /**
     * Why a total is not believed, for people; null where it is believed.
     *
     * @param peakFactor times the highest known power that the gap's mean power may have
     */
    static String of(Counters total, OpenGap gap, Neighbourhood around, double peakFactor) {
        double exportKwh = total.hasExport() ? total.exportKwh() : 0;
        double mostKwh = Math.max(Math.abs(total.energyKwh()), Math.abs(exportKwh));
        if (!Double.isFinite(mostKwh) || around.hasExport() != total.hasExport()) {
            return "it lacks a counter that the channel has";
        }
        if (total.energyKwh() < 0 && !around.hasNegative() || exportKwh < 0) {
            return "the counter went back by " + -Math.min(total.energyKwh(), exportKwh) + " kWh";
        }
        double limitKwh = peakFactor * around.peakKwh() * gap.slots();
        return mostKwh > limitKwh
                ? mostKwh + " kWh, and at " + peakFactor + " times the highest power of the weeks before it would be "
                        + limitKwh
                : null;
    }
}
