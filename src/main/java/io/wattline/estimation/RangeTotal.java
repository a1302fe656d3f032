package io.wattline.estimation;

import io.wattline.reading.CounterBins;
import io.wattline.reading.CounterRequest;
import io.wattline.reading.Counters;
import io.wattline.reading.Interval;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One bin over the whole gap. A second request, over good readings beside the gap, shows whether the source's totals
 * agree with what is kept.
 *
 * @param kept the good readings right beside the gap; empty where there are none, and then there is no second request
 */
record RangeTotal(OpenGap gap, List<KeptReading> kept) implements GapTotalSource {

    static final String NAME = "action=total";

    /** Readings of the second request: enough for one of them to differ from the others. */
    private static final int KEPT_MAX = 8;

    static RangeTotal of(OpenGap gap, Neighbourhood around) {
        List<KeptReading> before = around.goodRun(gap.interval().start(), gap.step().negated(), KEPT_MAX);
        return new RangeTotal(
                gap,
                before.isEmpty()
                        ? around.goodRun(gap.interval().end().minus(gap.step()), gap.step(), KEPT_MAX)
                        : before);
    }

    @Override
    public List<CounterRequest> requests() {
        CounterRequest ofGap = request(gap.interval());
        return kept.isEmpty() ? List.of(ofGap) : List.of(ofGap, request(span()));
    }

    private CounterRequest request(Interval range) {
        return CounterRequest.total(gap.channel().channelId(), gap.codes(), range);
    }

    private Interval span() {
        List<Instant> starts = kept.stream().map(KeptReading::start).sorted().toList();
        return new Interval(starts.get(0), starts.get(starts.size() - 1).plus(gap.step()));
    }

    @Override
    public TotalAttempt total(List<CounterBins> responses) {
        Optional<Counters> total = only(responses.get(0), gap.interval());
        if (total.isEmpty()) {
            return TotalAttempt.UNKNOWN;
        }
        if (!kept.isEmpty()) {
            Counters energy = kept.stream().map(KeptReading::energy).reduce(Counters::plus).orElseThrow();
            Optional<Counters> ofKept = only(responses.get(1), span());
            if (ofKept.isEmpty() || !GapTotalSource.agree(ofKept.get(), energy)) {
                return TotalAttempt.doubted(NAME + " is not believed: over the kept readings beside the gap it says "
                        + ofKept.map(found -> found.energyKwh() + " kWh").orElse("nothing") + ", and they have "
                        + energy.energyKwh() + " kWh");
            }
        }
        return TotalAttempt.of(new GapTotal(total.get(), NAME, Map.of()));
    }

    private static Optional<Counters> only(CounterBins bins, Interval range) {
        return bins.byStart().size() == 1 ? bins.at(range.start()) : Optional.empty();
    }
}
