package io.wattline.estimation;

import io.wattline.reading.CounterBins;
import io.wattline.reading.CounterRequest;
import io.wattline.reading.Counters;
import io.wattline.reading.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The register after a gap less that before it. Bins of the gap have no register, so at one edge the usage of the
 * adjacent bin is added or subtracted. Registers of kept bins beside the gap show whether a register is that of the
 * start or the end of its bin, and whether it agrees with what is kept.
 */
record RegisterTotal(OpenGap gap, Neighbourhood around, RegisterAt registerAt) implements GapTotalSource {

    static final String NAME = "register";

    /** Bins on each side of the gap whose registers are asked for. */
    private static final int BINS = 3;

    @Override
    public List<CounterRequest> requests() {
        Instant start = gap.interval().start();
        Instant end = gap.interval().end();
        return List.of(
                request(start.minus(gap.step().multipliedBy(BINS)), start.plus(gap.step())),
                request(end.minus(gap.step()), end.plus(gap.step().multipliedBy(BINS))));
    }

    private CounterRequest request(Instant start, Instant end) {
        return CounterRequest.register(
                gap.channel().channelId(), gap.codes(), new Interval(start, end), gap.step());
    }

    @Override
    public TotalAttempt total(List<CounterBins> responses) {
        if (!haveStepOfGap(responses)) {
            return TotalAttempt.UNKNOWN;
        }
        TreeMap<Instant, Counters> registers = new TreeMap<>();
        responses.forEach(response -> registers.putAll(response.byStart()));
        RegisterEvidence evidence = new RegisterEvidence(registers, around, gap.step());
        boolean start = registerAt != RegisterAt.BIN_END && evidence.holds(false);
        boolean end = registerAt != RegisterAt.BIN_START && evidence.holds(true);
        if (!start && !end) {
            return TotalAttempt.doubted(NAME + " is not believed: it contradicts the kept readings beside the gap");
        }
        if (registerAt == RegisterAt.AUTO && !evidence.exists()) {
            return TotalAttempt.UNKNOWN;
        }
        boolean both = start && end;
        return total(
                registers, both ? !evidence.isBetter(true) : start, both ? !evidence.isBetter(false) : end);
    }

    private TotalAttempt total(TreeMap<Instant, Counters> registers, boolean start, boolean end) {
        Optional<GapTotal> atEnd = end ? total(registers, true) : Optional.empty();
        Optional<GapTotal> atStart = start ? total(registers, false) : Optional.empty();
        if (atEnd.isPresent() && atStart.isPresent()
                && !GapTotalSource.agree(atEnd.get().energy(), atStart.get().energy())) {
            return TotalAttempt.doubted(NAME + " is not believed: the kept readings beside the gap do not show "
                    + "whether it is that of the start or the end of its bin");
        }
        return atEnd.or(() -> atStart).map(TotalAttempt::of).orElse(TotalAttempt.UNKNOWN);
    }

    private boolean haveStepOfGap(List<CounterBins> responses) {
        Integer step = (int) gap.step().toSeconds();
        return responses.stream().allMatch(response -> step.equals(response.resolutionSeconds()));
    }

    private Optional<GapTotal> total(TreeMap<Instant, Counters> registers, boolean atEnd) {
        Optional<Counters> before = register(gap.interval().start(), registers, atEnd);
        Optional<Counters> after = register(gap.interval().end(), registers, atEnd);
        return before.flatMap(first -> after.map(last -> {
            Map<String, Object> inputs = new LinkedHashMap<>();
            inputs.put("registerBeforeKwh", first.energyKwh());
            inputs.put("registerAfterKwh", last.energyKwh());
            inputs.put("registerAt", atEnd ? "bin-end" : "bin-start");
            return new GapTotal(last.minus(first), NAME, inputs);
        }));
    }

    /** The register at an instant: that of the bin there, or of its neighbour with the usage between. */
    private Optional<Counters> register(Instant edge, TreeMap<Instant, Counters> registers, boolean atEnd) {
        Duration step = gap.step();
        Instant own = atEnd ? edge.minus(step) : edge;
        Instant other = atEnd ? edge : edge.minus(step);
        if (registers.containsKey(own)) {
            return Optional.of(registers.get(own));
        }
        Optional<Counters> usage = around.goodAt(other).map(KeptReading::energy);
        return Optional.ofNullable(registers.get(other))
                .flatMap(register -> usage.map(used -> atEnd ? register.minus(used) : register.plus(used)));
    }
}
