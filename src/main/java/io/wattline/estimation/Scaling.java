package io.wattline.estimation;

import io.wattline.reading.Counters;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Scales a shape so that it adds up to a known total exactly. */
final class Scaling {

    private Scaling() {
    }

    /**
     * The scaled slots, each counter scaled to its own total; empty where the total is not 0 and the shape has no
     * energy to scale.
     */
    static Optional<List<Counters>> to(Counters total, List<Counters> slots) {
        double[] energy = to(total.energyKwh(), slots.stream().mapToDouble(Counters::energyKwh).toArray());
        double[] export = total.hasExport()
                ? to(
                        total.exportKwh(),
                        slots.stream().mapToDouble(Counters::exportKwh).toArray())
                : nothing(slots.size());
        if (energy == null || export == null) {
            return Optional.empty();
        }
        return Optional.of(IntStream.range(0, energy.length)
                .mapToObj(i -> new Counters(energy[i], export[i]))
                .toList());
    }

    private static double[] nothing(int length) {
        double[] none = new double[length];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    /** Null where the shape has no energy. The largest slot takes the rounding error. */
    private static double[] to(double total, double[] shape) {
        double sum = Arrays.stream(shape).sum();
        if (total == 0) {
            return new double[shape.length];
        }
        if (!(total / sum > 0) || Double.isInfinite(total / sum)) {
            return null;
        }
        double[] scaled = Arrays.stream(shape).map(value -> value * (total / sum)).toArray();
        int largest = IntStream.range(0, scaled.length)
                .reduce(0, (a, b) -> Math.abs(scaled[b]) > Math.abs(scaled[a]) ? b : a);
        scaled[largest] += total - Arrays.stream(scaled).sum();
        return scaled;
    }
}
