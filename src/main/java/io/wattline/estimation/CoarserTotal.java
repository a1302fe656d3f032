package io.wattline.estimation;

import io.wattline.reading.CounterBins;
import io.wattline.reading.CounterRequest;
import io.wattline.reading.Counters;
import io.wattline.reading.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Bins of a coarser resolution that cover the gap, less the good readings within them. A bin that holds no more energy
 * than those readings is their sum and says nothing about the gap.
 */
record CoarserTotal(OpenGap gap, Neighbourhood around, Duration resolution) implements GapTotalSource {

    /** Resolutions of the source that divide an hour. A day holds too much beside the gap. */
    private static final List<Duration> RESOLUTIONS = List.of(Duration.ofMinutes(30), Duration.ofHours(1));
    /** Energy below this is rounding, kWh. */
    private static final double ROUNDING_KWH = 1e-6;

    /** The next coarser resolution; empty for a channel that has none. */
    static Optional<GapTotalSource> of(OpenGap gap, Neighbourhood around) {
        return RESOLUTIONS.stream()
                .filter(longer -> longer.compareTo(gap.step()) > 0)
                .findFirst()
                .map(longer -> new CoarserTotal(gap, around, longer));
    }

    private Interval range() {
        return Interval.aligned(gap.interval().start(), gap.interval().end(), resolution);
    }

    @Override
    public List<CounterRequest> requests() {
        return List.of(CounterRequest.usage(gap.channel().channelId(), gap.codes(), range(), resolution));
    }

    @Override
    public TotalAttempt total(List<CounterBins> responses) {
        CounterBins bins = responses.get(0);
        if (bins.resolutionSeconds() == null || bins.resolutionSeconds() != resolution.toSeconds()) {
            return TotalAttempt.UNKNOWN;
        }
        Counters total = null;
        for (Instant bin = range().start(); bin.isBefore(range().end()); bin = bin.plus(resolution)) {
            Optional<Counters> part = ofGap(bin, bins);
            if (part.isEmpty()) {
                return TotalAttempt.UNKNOWN;
            }
            total = total == null ? part.get() : total.plus(part.get());
        }
        return TotalAttempt.of(new GapTotal(total, "coarser", Map.of("resolutionSeconds", resolution.toSeconds())));
    }

    /** Energy of the gap within a bin. */
    private Optional<Counters> ofGap(Instant start, CounterBins answer) {
        Optional<Counters> rest = answer.at(start);
        for (Instant slot : gap.starts(start, start.plus(resolution))) {
            if (!gap.interval().contains(slot)) {
                Optional<KeptReading> known = around.goodAt(slot);
                rest = rest.flatMap(bin -> known.map(reading -> bin.minus(reading.energy())));
            }
        }
        return rest.filter(left -> left.energyKwh() > ROUNDING_KWH);
    }
}
