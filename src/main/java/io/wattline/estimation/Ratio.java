package io.wattline.estimation;

import io.wattline.reading.Counters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the hours around a gap used, in relation to the same hours of its like days.
 *
 * @param value   {@link Double#NaN} where it is not known
 * @param unknown why it is not; null where it is
 */
record Ratio(double value, String unknown) {

    boolean isKnown() {
        return unknown == null;
    }

    /** @param around how far to look on either side, at least one slot; there must be a good reading on both, or the hours say nothing of what lies between */
    static Ratio of(OpenGap gap, Neighbourhood neighbourhood, LikeDays days, Duration around) {
        Instant start = gap.interval().start();
        Instant end = gap.interval().end();
        Duration reach = gap.step().multipliedBy(Math.max(1, around.dividedBy(gap.step())));
        List<KnownReading> before = neighbourhood.goodAmong(gap.starts(start.minus(reach), start));
        List<KnownReading> after = neighbourhood.goodAmong(gap.starts(end, end.plus(reach)));
        double[] sums = new double[2];
        boolean both = add(before, days, sums) & add(after, days, sums);
        if (!both) {
            return new Ratio(Double.NaN, "there is not a good reading on both sides of the gap that could be compared with its like days");
        }
        return sums[0] == sums[1] ? new Ratio(1, null) : sums[1] == 0 ? new Ratio(Double.NaN, "the like days have no energy in the hours around the gap")
                : new Ratio(sums[0] / sums[1], null);
    }

    /** Adds energy and like energy of the readings that have both; whether any has. */
    private static boolean add(List<KnownReading> readings, LikeDays days, double[] sums) {
        boolean any = false;
        for (KnownReading reading : readings) {
            Optional<Counters> like = days.mean(reading.start());
            if (like.isPresent()) {
                sums[0] += size(reading.energy());
                sums[1] += size(like.get());
                any = true;
            }
        }
        return any;
    }

    /** What generates shows in its export. */
    private static double size(Counters energy) {
        return energy.energyKwh() + (energy.hasExport() ? energy.exportKwh() : 0);
    }
}
