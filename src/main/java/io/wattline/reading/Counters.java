package io.wattline.reading;

/**
 * Energy of a metering point: over an interval, or as registers at an instant.
 *
 * @param energyKwh consumed energy, kWh; {@link Double#NaN} where it is not known
 * @param exportKwh exported energy, kWh, a positive number; {@link Double#NaN} where the channel does not count it
 */
public record Counters(double energyKwh, double exportKwh) {

    public boolean hasEnergy() {
        return !Double.isNaN(energyKwh);
    }

    public boolean hasExport() {
        return !Double.isNaN(exportKwh);
    }

    public Counters plus(Counters other) {
        return new Counters(energyKwh + other.energyKwh, exportKwh + other.exportKwh);
    }

    public Counters minus(Counters other) {
        return new Counters(energyKwh - other.energyKwh, exportKwh - other.exportKwh);
    }

    /** The larger of the differences of energy and export, as an absolute value, kWh. */
    public double largestDifferenceKwh(Counters other) {
        double energyDifference = Math.abs(energyKwh - other.energyKwh);
        return hasExport() ? Math.max(energyDifference, Math.abs(exportKwh - other.exportKwh)) : energyDifference;
    }

    /** Consumed minus exported energy, kWh, which is what mean power measures. */
    public double netKwh() {
        return energyKwh - (hasExport() ? exportKwh : 0);
    }
}
