package io.wattline.estimation;

import io.wattline.reading.Counters;
import java.util.Map;
import java.util.Optional;

/** The energy of a gap that the reading after it holds beside its own. */
final class CatchUpTotal {

    private CatchUpTotal() {}

    /**
     * The reading's energy less its own, which follows from its power. Empty where the reading has not caught up, and
     * where export is counted too: power is then the net of both.
     */
    static Optional<GapTotal> of(OpenGap gap, Neighbourhood around) {
        return around.at(gap.interval().end())
                .filter(after -> after.hasCaughtUpSince(gap.interval().start()))
                .filter(after -> !Double.isNaN(after.powerKw()) && !after.energy().hasExport())
                .map(after -> total(after, gap));
    }

    private static GapTotal total(KeptReading after, OpenGap gap) {
        double energyKwh = after.energy().energyKwh();
        double ownKwh = after.powerKw() * gap.stepHours();
        Map<String, Object> inputs =
                Map.of("catchUpAt", after.start().toString(), "catchUpKwh", energyKwh, "ownKwh", ownKwh);
        return new GapTotal(new Counters(energyKwh - ownKwh, Double.NaN), "catch-up", inputs);
    }
}
