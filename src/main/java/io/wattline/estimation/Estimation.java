package io.wattline.estimation;

import io.wattline.eniscope.ApiRequest;
import io.wattline.eniscope.CounterResponse;
import io.wattline.reading.Counters;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One gap on its way to an estimate: which methods give it a shape, what to ask the source about its energy, and what follows. Asks no more than it needs: nothing
 * where there is no shape, and nothing more once a total is known. For one thread.
 */
public final class Estimation {

    private final OpenGap gap;
    private final Neighbourhood around;
    private final Terms terms;
    private final List<EnergyShape> shapes = new ArrayList<>();
    private final List<String> whyNot = new ArrayList<>();
    private final Iterator<TotalSource> sources;
    private final List<CounterResponse> answers = new ArrayList<>();
    private TotalSource source;
    private KnownTotal total;
    private String putOff;

    Estimation(OpenGap gap, Neighbourhood around, Terms terms, List<Method> methods) {
        this.gap = gap;
        this.around = around;
        this.terms = terms;
        for (Method method : methods) {
            Attempt attempt = method.tryAt(gap, around);
            attempt.shape().ifPresentOrElse(shapes::add, () -> whyNot.add(attempt.whyNot()));
        }
        sources = shapes.isEmpty() || gap.codes().isEmpty() ? List.<TotalSource>of().iterator()
                : Stream.concat(Stream.of(new RegisterTotal(gap, around, terms.registerAtEnd()), new ActionTotal(gap)), CoarserTotal.of(gap, around).stream()).iterator();
        if (!shapes.isEmpty()) {
            caughtUp().ifPresent(this::take);
        }
        nextSource();
    }

    public OpenGap gap() {
        return gap;
    }

    /** Energy of the gap that the reading after it holds beside its own, which is what its power says. Where export is counted too, power cannot tell the two apart. */
    private Optional<KnownTotal> caughtUp() {
        return around.at(gap.interval().end()).filter(after -> after.hasCaughtUpSince(gap.interval().start()))
                .filter(after -> !Double.isNaN(after.powerKw()) && !after.energy().hasExport()).map(after -> {
                    double ownKwh = after.powerKw() * gap.stepHours();
                    return new KnownTotal(new Counters(after.energy().energyKwh() - ownKwh, Double.NaN), "catch-up",
                            Map.of("catchUpAt", after.start().toString(), "catchUpKwh", after.energy().energyKwh(), "ownKwh", ownKwh));
                });
    }

    /** Whether there is something to ask the source. */
    public boolean asks() {
        return source != null;
    }

    public ApiRequest next() {
        return source.requests().get(answers.size());
    }

    /** @param answer empty where it makes no sense: the next source is asked */
    public void answered(Optional<CounterResponse> answer) {
        answer.ifPresentOrElse(answers::add, this::nextSource);
        if (source != null && answers.size() == source.requests().size()) {
            source.total(answers).ifPresent(this::take);
            nextSource();
        }
    }

    /** The source cannot be asked now: no estimate without having asked. */
    void putOff(String reason) {
        putOff = reason;
        source = null;
    }

    private void nextSource() {
        answers.clear();
        source = total == null && sources.hasNext() ? sources.next() : null;
    }

    private void take(KnownTotal found) {
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
            return "the counter went back by " + -Math.min(energy.energyKwh(), energy.hasExport() ? energy.exportKwh() : 0) + " kWh";
        }
        double mostKwh = terms.peakFactor() * around.peakKwh() * gap.slots();
        return most > mostKwh ? most + " kWh, and at " + terms.peakFactor() + " times the highest power of the weeks before it would be " + mostKwh : null;
    }

    /** What follows from all that is known now. */
    public Estimate conclude() {
        if (putOff != null) {
            return new Estimate(gap, Estimate.NONE, putOff, true, List.of(), null, Map.of());
        }
        for (EnergyShape shape : shapes) {
            Optional<List<Counters>> slots = total == null ? Optional.of(shape.slots()) : Scaling.to(total.energy(), shape.slots());
            if (slots.isEmpty()) {
                whyNot.add(shape.method() + ": the shape has no energy, and the gap had " + total.energy().energyKwh() + " kWh");
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
