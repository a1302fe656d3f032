package io.wattline.estimation;

import io.wattline.eniscope.ApiRequest;
import io.wattline.eniscope.CounterResponse;
import io.wattline.reading.Counters;
import io.wattline.reading.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Bins of a coarser resolution that cover the gap, less the good readings that lie in them. A bin that has no more than those adds up what is there and knows
 * nothing of the gap.
 */
record CoarserTotal(OpenGap gap, Neighbourhood around, Duration resolution) implements TotalSource {

    /** Of what {@code res} takes, those that divide an hour: a day is one of the site, and holds too much beside the gap. */
    private static final List<Duration> RESOLUTIONS = List.of(Duration.ofMinutes(30), Duration.ofHours(1));
    /** Energy below this is rounding, kWh: a millionth of what estimates promise to keep. */
    private static final double ROUNDING_KWH = 1e-6;

    /** The next coarser resolution; empty for a channel that has none. */
    static Optional<TotalSource> of(OpenGap gap, Neighbourhood around) {
        return RESOLUTIONS.stream().filter(longer -> longer.compareTo(gap.step()) > 0).findFirst().map(longer -> new CoarserTotal(gap, around, longer));
    }

    private Interval range() {
        return Interval.aligned(gap.interval().start(), gap.interval().end(), resolution);
    }

    @Override
    public List<ApiRequest> requests() {
        return List.of(TotalSource.request(gap, range(), "res", Long.toString(resolution.toSeconds()), "action", "summarize"));
    }

    @Override
    public Optional<KnownTotal> total(List<CounterResponse> answers) {
        CounterResponse answer = answers.get(0);
        if (answer.resolutionSeconds() == null || answer.resolutionSeconds() != resolution.toSeconds()) {
            return Optional.empty();
        }
        Counters total = null;
        for (Instant bin = range().start(); bin.isBefore(range().end()); bin = bin.plus(resolution)) {
            Optional<Counters> part = ofGap(bin, answer);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            total = total == null ? part.get() : total.plus(part.get());
        }
        return Optional.of(new KnownTotal(total, "coarser", Map.of("resolutionSeconds", resolution.toSeconds())));
    }

    /** The gap's energy within a bin. */
    private Optional<Counters> ofGap(Instant start, CounterResponse answer) {
        Optional<Counters> rest = answer.at(start);
        for (Instant slot : gap.starts(start, start.plus(resolution))) {
            if (!gap.interval().contains(slot)) {
                Optional<KnownReading> known = around.goodAt(slot);
                rest = rest.flatMap(bin -> known.map(reading -> bin.minus(reading.energy())));
            }
        }
        return rest.filter(left -> left.energyKwh() > ROUNDING_KWH);
    }
}
