package io.wattline.estimation;

import java.time.Duration;
import java.util.Optional;

/**
 * How one channel may be estimated.
 *
 * @param linearUpTo    longest gap of a straight line; empty where there is to be none
 * @param likeDay       empty where it is off
 * @param registerAtEnd whether a register of {@code showCounters=1} is that of the end of its bin, not of its start
 * @param peakFactor    a total of more mean power than this many times the highest known is not believed
 */
record Terms(Optional<Duration> linearUpTo, Optional<LikeDayTerms> likeDay, boolean registerAtEnd, double peakFactor) {

    /**
     * The limits of method like-day.
     *
     * @param upTo       longest gap
     * @param weeks      how many weeks back
     * @param daysMin    how many of their days must have a good reading of the slot
     * @param around     how far around the gap the ratio looks
     * @param ratioMax   a day that differs more, up or down, is like none of them
     * @param needsTotal whether it is an estimate only where the energy over the gap is known
     */
    record LikeDayTerms(Duration upTo, int weeks, int daysMin, Duration around, double ratioMax, boolean needsTotal) {
    }
}
