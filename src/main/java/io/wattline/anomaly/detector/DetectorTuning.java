package io.wattline.anomaly.detector;

import java.time.Duration;

/**
 * Settings of a detector for a channel; what cut-off and floor are in, each detector says.
 *
 * @param cutOff         a score above it is an anomaly
 * @param floor          a smaller deviation is none, however steady the channel
 * @param persistence    how long it must last
 * @param trainingDays   so many days of history are needed to judge
 * @param alarmsPerMonth false alarms that a channel may cost in a month
 * @param audience       whom it is for
 */
public record DetectorTuning(boolean enabled, double cutOff, double floor, Duration persistence, int trainingDays,
        double alarmsPerMonth,
                     String audience) {
}
