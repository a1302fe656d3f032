package io.wattline.estimation;

import java.time.Duration;
import java.util.Optional;

/**
 * The limits of estimation for one channel.
 *
 * @param linearUpTo    longest gap for method linear; empty where the method is off
 * @param likeDay       limits of method like-day; empty where the method is off
 * @param registerAt    the instant of its bin that a register belongs to
 * @param peakFactor    a total is not believed if its mean power is more than this many times the highest known power
 */
record EstimationLimits(
        Optional<Duration> linearUpTo, Optional<LikeDayLimits> likeDay, RegisterAt registerAt, double peakFactor) {

    /**
     * The limits of method like-day.
     *
     * @param upTo       longest gap
     * @param weeks      how many weeks back
     * @param daysMin    how many of their days must have a good reading of the slot
     * @param around     how far before and after the gap its ratio to like days is measured
     * @param ratioUpTo  longest gap of which the ratio counts whole
     * @param ratioMax   the largest believed ratio, and the reciprocal of the smallest
     * @param needsTotal whether the energy over the gap must be known
     */
    record LikeDayLimits(
            Duration upTo,
            int weeks,
            int daysMin,
            Duration around,
            Duration ratioUpTo,
            double ratioMax,
            boolean needsTotal) {
    }
}
