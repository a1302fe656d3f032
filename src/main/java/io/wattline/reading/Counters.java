package io.wattline.reading;

/**
 * What the counters of a metering point say, over an interval or as registers at an instant.
 *
 * @param energyKwh energy used, kWh; {@link Double#NaN} where there is none
 * @param exportKwh energy that flowed back, kWh, as a positive number; {@link Double#NaN} where the channel does not count it
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

    /** Energy used less what flowed back, kWh: what mean power shows. */
    public double netKwh() {
        return energyKwh - (hasExport() ? exportKwh : 0);
    }
}
