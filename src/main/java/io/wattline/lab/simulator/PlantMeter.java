package io.wattline.lab.simulator;

import java.time.Duration;

/**
 * A metering point.
 *
 * @param volts    nominal, line to neutral
 * @param watts    the load of all phases together where the week's shape is 1
 * @param interval the finest resolution that it keeps
 * @param seed     of its noise
 * @param recorded what it has really measured; null where its load is simulated
 */
public record PlantMeter(int meterId, Device device, int phases, int volts, long watts, Duration interval, long seed,
        RecordedSeries recorded) {

    /** The nominal load of a phase (0 to 2), a multiple of 4; the phases differ a little. */
    long watts(int phase) {
        return (watts / (4L * phases) + (phases == 1 ? 0 : watts / 200 * (1 - phase) / 4)) * 4;
    }
}
