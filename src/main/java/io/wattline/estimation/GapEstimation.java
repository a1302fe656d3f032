package io.wattline.estimation;

import io.wattline.reading.CounterBins;
import io.wattline.reading.CounterRequest;
import io.wattline.reading.Counters;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The estimation of one gap: the methods that give it a shape, the requests to the source about its energy, and the
 * estimate that follows. There are no more requests than needed: none where no method gives a shape, and none once the
 * energy is known. For one thread.
 */
public final class GapEstimation {

    private final OpenGap gap;
    private final Neighbourhood around;
    private final EstimationLimits limits;
    private final List<EnergyShape> shapes = new ArrayList<>();
    private final List<String> whyNot = new ArrayList<>();
    private final Iterator<GapTotalSource> sources;
    private final List<CounterBins> answers = new ArrayList<>();
    private GapTotalSource source;
    private GapTotal total;
    private String postponed;

    GapEstimation(OpenGap gap, Neighbourhood around, EstimationLimits limits, List<EstimationMethod> methods) {
        this.gap = gap;
        this.around = around;
        this.limits = limits;
        for (EstimationMethod method : methods) {
            ShapeAttempt attempt = method.tryAt(gap, around);
            attempt.shape().ifPresentOrElse(shapes::add, () -> whyNot.add(attempt.whyNot()));
        }
        sources = totalSources().iterator();
        if (!shapes.isEmpty()) {
            CatchUpTotal.of(gap, around).ifPresent(this::accept);
        }
        nextSource();
    }

    private List<GapTotalSource> totalSources() {
        if (shapes.isEmpty() || gap.codes().isEmpty()) {
            return List.of();
        }
        return Stream.concat(
                        Stream.of(RangeTotal.of(gap, around), new RegisterTotal(gap, around, limits.registerAt())),
                        CoarserTotal.of(gap, around).stream())
                .toList();
    }

    /** Whether a request to the source is pending. */
    public boolean asks() {
        return source != null;
    }

    /** The pending request. */
    public CounterRequest next() {
        return source.requests().get(answers.size());
    }

    /** @param answer the response; empty where it is unusable or refused, and then the next source is asked */
    public void answered(Optional<CounterBins> answer) {
        answer.ifPresentOrElse(answers::add, this::nextSource);
        if (source != null && answers.size() == source.requests().size()) {
            TotalAttempt attempt = source.total(answers);
            attempt.total().ifPresent(this::accept);
            if (attempt.whyNot() != null) {
                whyNot.add(attempt.whyNot());
            }
            nextSource();
        }
    }

    /** The source is unavailable: the gap is not estimated in this run. */
    void postpone(String reason) {
        postponed = reason;
        source = null;
    }

    private void nextSource() {
        answers.clear();
        source = total == null && sources.hasNext() ? sources.next() : null;
    }

    private void accept(GapTotal computed) {
        GapTotal found = computed.withoutRounding();
        String doubt = GapTotalDoubt.of(found.energy(), gap, around, limits.peakFactor());
        if (doubt == null) {
            total = found;
        } else {
            whyNot.add(found.source() + " is not believed: " + doubt);
        }
    }

    /** The estimate, or why there is none. */
    public Estimate conclude() {
        if (postponed != null) {
            return new Estimate(gap, Estimate.NONE, postponed, true, List.of(), null, Map.of());
        }
        for (EnergyShape shape : shapes) {
            Optional<List<Counters>> slots =
                    total == null ? Optional.of(shape.slots()) : Scaling.to(total.energy(), shape.slots());
            if (slots.isEmpty()) {
                whyNot.add(shape.method() + ": the shape has no energy, and the gap had "
                        + total.energy().energyKwh() + " kWh");
            } else if (total == null && shape.needTotal() != null) {
                whyNot.add(shape.method() + ": the energy over the gap is not known, and " + shape.needTotal());
            } else {
                return new Estimate(gap, shape.method(), null, false, slots.get(), total, inputs(shape));
            }
        }
        String why = whyNot.isEmpty() ? "every method is off for this channel" : String.join("; ", whyNot);
        return new Estimate(gap, Estimate.NONE, why, false, List.of(), total, inputs(null));
    }

    private Map<String, Object> inputs(EnergyShape shape) {
        Map<String, Object> inputs = new LinkedHashMap<>(shape == null ? Map.of() : shape.inputs());
        if (total != null) {
            inputs.putAll(total.inputs());
        }
        if (!whyNot.isEmpty()) {
            inputs.put("notUsed", List.copyOf(whyNot));
        }
        return inputs;
    }
}
