package io.wattline.bench;

/** How far estimates of one kind are off, over all gaps of a length. */
final class Errors {

    /**
     * Slots with less than this share of the channel's mean say nothing in per cent: 10 % off next to nothing is
     * nothing.
     */
    private static final double FLOOR = 0.02;

    private int gaps;
    private int none;
    private int slots;
    private double relative;
    private double total;
    private double truth;

    void none() {
        none++;
    }

    void add(double[] estimated, double[] real, double mean) {
        double estimatedSum = 0;
        double realSum = 0;
        for (int i = 0; i < real.length; i++) {
            estimatedSum += estimated[i];
            realSum += real[i];
            if (real[i] > FLOOR * mean) {
                relative += Math.abs(estimated[i] - real[i]) / real[i];
                slots++;
            }
        }
        gaps++;
        total += Math.abs(estimatedSum - realSum);
        truth += realSum;
    }

    /**
     * Mean absolute error of a slot, and of a gap's total, in per cent; how many could not be estimated where some
     * could not.
     */
    String text() {
        if (gaps == 0) {
            return "none";
        }
        String missing = none == 0 ? "" : " (" + none + " of " + (gaps + none) + " none)";
        return String.format("%.1f / %.1f%s", 100 * relative / slots, 100 * total / truth, missing);
    }
}
