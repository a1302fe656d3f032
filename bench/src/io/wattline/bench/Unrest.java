package io.wattline.bench;

import java.util.Random;

/**
 * Makes the days of a channel differ from week to week, which those of the simulator hardly do: a level for each day,
 * and one for each hour that remembers the hour before. Both multiply the energy; the same for the same seed.
 *
 * @param daySigma  spread of a day's level (logarithmic); 0.15 is about 15 %
 * @param hourSigma spread of an hour's level
 */
record Unrest(String name, double daySigma, double hourSigma) {

    static final Unrest NONE = new Unrest("as simulated", 0, 0);
    static final Unrest DAYS_DIFFER = new Unrest("days differ by 15 %, hours by 10 %", 0.15, 0.10);
    /** How much of an hour's deviation the next one keeps. */
    private static final double MEMORY = 0.7;

    double[] levels(int slots, int slotsPerHour, long seed) {
        Random random = new Random(seed);
        double[] levels = new double[slots];
        double day = 0;
        double hour = 0;
        for (int i = 0; i < slots; i++) {
            if (i % (24 * slotsPerHour) == 0) {
                day = daySigma * random.nextGaussian();
            }
            if (i % slotsPerHour == 0) {
                hour = MEMORY * hour + Math.sqrt(1 - MEMORY * MEMORY) * hourSigma * random.nextGaussian();
            }
            levels[i] = Math.exp(day + hour);
        }
        return levels;
    }
}
