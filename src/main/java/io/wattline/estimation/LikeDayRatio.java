package io.wattline.estimation;

import io.wattline.reading.Counters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The energy of the hours around a gap, divided by that of the same hours of its like days.
 *
 * @param value   {@link Double#NaN} where it is unknown
 * @param unknown why it is unknown; null where it is known
 */
record LikeDayRatio(double value, String unknown) {

    boolean isKnown() {
        return unknown == null;
    }

    /**
     * The ratio is known where both sides have a good reading.
     *
     * @param around how far either side reaches, at least one slot
     */
    static LikeDayRatio of(OpenGap gap, Neighbourhood neighbourhood, LikeDays days, Duration around) {
        Instant start = gap.interval().start();
        Instant end = gap.interval().end();
        Duration reach = gap.step().multipliedBy(Math.max(1, around.dividedBy(gap.step())));
        List<KeptReading> before = neighbourhood.goodAmong(gap.starts(start.minus(reach), start));
        List<KeptReading> after = neighbourhood.goodAmong(gap.starts(end, end.plus(reach)));
        double[] sums = new double[2];
        boolean both = add(before, days, sums) & add(after, days, sums);
        if (!both) {
            return new LikeDayRatio(
                    Double.NaN,
                    "there is no good reading on both sides of the gap that could be compared with its like days");
        }
        return sums[0] == sums[1]
                ? new LikeDayRatio(1, null)
                : sums[1] == 0
                        ? new LikeDayRatio(Double.NaN, "the like days have no energy in the hours around the gap")
                        : new LikeDayRatio(sums[0] / sums[1], null);
    }

    /** Adds the energy of readings and of their like days where both exist; whether any did. */
    private static boolean add(List<KeptReading> readings, LikeDays days, double[] sums) {
        boolean any = false;
        for (KeptReading reading : readings) {
            Optional<Counters> like = days.mean(reading.start());
            if (like.isPresent()) {
                sums[0] += size(reading.energy());
                sums[1] += size(like.get());
                any = true;
            }
        }
        return any;
    }

    /** Energy in either direction: a channel that generates shows it as export. */
    private static double size(Counters energy) {
        return energy.energyKwh() + (energy.hasExport() ? energy.exportKwh() : 0);
    }
}
