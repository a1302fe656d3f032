package io.wattline.estimation;

import io.wattline.reading.Counters;
import io.wattline.settings.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A straight line between the good readings on both sides: value i of n is a + (b - a) i / (n + 1).
 *
 * @param upTo the longest gap, inclusive
 */
record Linear(Duration upTo) implements EstimationMethod {

    static final String NAME = "linear";

    @Override
    public ShapeAttempt tryAt(OpenGap gap, Neighbourhood around) {
        if (gap.interval().length().compareTo(upTo) > 0) {
            return ShapeAttempt.failed(NAME, "the gap is longer than " + Durations.humane(upTo));
        }
        Optional<KeptReading> before = around.goodAt(gap.interval().start().minus(gap.step()));
        Optional<KeptReading> after = around.goodAt(gap.interval().end());
        if (before.isEmpty() || after.isEmpty()) {
            return ShapeAttempt.failed(
                    NAME, "no good reading right " + (before.isEmpty() ? "before" : "after") + " the gap");
        }
        Counters first = before.get().energy();
        Counters last = after.get().energy();
        int n = gap.slots();
        List<Counters> slots = IntStream.rangeClosed(1, n)
                .mapToObj(i -> new Counters(
                        between(first.energyKwh(), last.energyKwh(), i, n),
                        between(first.exportKwh(), last.exportKwh(), i, n)))
                .toList();
        return ShapeAttempt.of(new EnergyShape(
                NAME, slots, null, Map.of("beforeKwh", first.energyKwh(), "afterKwh", last.energyKwh())));
    }

    /** Written so that it never leaves the span of its ends by rounding. */
    private static double between(double first, double last, int i, int n) {
        double value = first + (last - first) * i / (n + 1);
        return Double.isNaN(value) ? value : Math.max(Math.min(first, last), Math.min(Math.max(first, last), value));
    }
}
