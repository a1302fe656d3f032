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
            caughtUp().ifPresent(this::accept);
        }
        nextSource();
    }

    private List<GapTotalSource> totalSources() {
        if (shapes.isEmpty() || gap.codes().isEmpty()) {
            return List.of();
        }
        return Stream.concat(Stream.of(new RegisterTotal(gap, around, limits.registerAtEnd()), new RangeTotal(gap)),
                CoarserTotal.of(gap, around).stream()).toList();
    }

    /**
     * Energy of the gap that the reading after it holds beside its own, which is what its power says. Where export is
     * counted too, power is the net of both and gives no answer.
     */
    private Optional<GapTotal> caughtUp() {
        return around.at(gap.interval().end())
                .filter(after -> after.hasCaughtUpSince(gap.interval().start()))
                .filter(after ->
                        !Double.isNaN(after.powerKw()) && !after.energy().hasExport())
                .map(after -> {
                    double ownKwh = after.powerKw() * gap.stepHours();
                    return new GapTotal(
                            new Counters(after.energy().energyKwh() - ownKwh, Double.NaN),
                            "catch-up",
                            Map.of(
                                    "catchUpAt",
                                    after.start().toString(),
                                    "catchUpKwh",
                                    after.energy().energyKwh(),
                                    "ownKwh",
                                    ownKwh));
                });
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
            source.total(answers).ifPresent(this::accept);
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

    private void accept(GapTotal found) {
        String doubt = doubt(found.energy());
        if (doubt == null) {
            total = found;
        } else {
            whyNot.add(found.source() + " is not believed: " + doubt);
        }
    }

    private String doubt(Counters energy) {
        double most = Math.max(Math.abs(energy.energyKwh()), energy.hasExport() ? Math.abs(energy.exportKwh()) : 0);
        if (!Double.isFinite(most) || around.hasExport() != energy.hasExport()) {
            return "it lacks a counter that the channel has";
        }
        if (energy.energyKwh() < 0 && !around.hasNegative() || energy.exportKwh() < 0) {
            return "the counter went back by "
                    + -Math.min(energy.energyKwh(), energy.hasExport() ? energy.exportKwh() : 0) + " kWh";
        }
        double mostKwh = limits.peakFactor() * around.peakKwh() * gap.slots();
        return most > mostKwh
                ? most + " kWh, and at " + limits.peakFactor()
                        + " times the highest power of the weeks before it would be " + mostKwh
                : null;
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
