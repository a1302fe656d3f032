package io.wattline.anomaly.detector;

/**
 * What the days before say of one day.
 *
 * @param energyKwh median of the like days for each slot; not-a-number where no like day has a reading
 * @param spreadKwh for each slot, spread around that median as a standard deviation, neighbouring slots pooled
 * @param lowKwh    for each slot, what nine of ten like days exceed
 * @param meanKwh   mean of the medians over the slots of a day
 * @param likeDays  how many days it was learned from
 */
public record Expected(double[] energyKwh, double[] spreadKwh, double[] lowKwh, double meanKwh, int likeDays) {

    static Expected of(double[] energyKwh, double[] spreadKwh, double[] lowKwh, int likeDays) {
        double total = 0;
        for (double energy : energyKwh) {
            total += Double.isNaN(energy) ? 0 : energy;
        }
        return new Expected(energyKwh, spreadKwh, lowKwh, total / energyKwh.length, likeDays);
    }
}
