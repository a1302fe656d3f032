package io.wattline.forecast.method;

/**
 * Two samples as one distribution, each with a weight.
 *
 * @param others ascending
 * @param own    ascending
 */
record Mixture(double[] others, double[] own, double othersWeight, double ownWeight) {

    /** Probability of more than a bound, never quite 0 or 1. */
    double above(double bound) {
        double ofOthers = (Numbers.above(others, bound) + 0.5) / (others.length + 1.0);
        double ofOwn = own.length == 0 ? 0 : Numbers.above(own, bound) / (double) own.length;
        double weight = own.length == 0 ? 0 : ownWeight;
        return (othersWeight * ofOthers + weight * ofOwn) / (othersWeight + weight);
    }

    /** The smallest value of the samples that is exceeded with a probability of 1 - share at most. */
    double quantile(double share) {
        return Math.min(quantile(others, share), quantile(own, share));
    }

    private double quantile(double[] sorted, double share) {
        int low = 0;
        int high = sorted.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (above(sorted[middle]) <= 1 - share) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        boolean found = sorted.length > 0 && above(sorted[low]) <= 1 - share;
        return found ? sorted[low] : Double.POSITIVE_INFINITY;
    }
}
