package io.wattline.estimation;

import io.wattline.reading.CounterBins;
import io.wattline.reading.CounterRequest;
import io.wattline.reading.Counters;
import io.wattline.reading.Interval;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The register after a gap less that before it. Bins of the gap have no register, so at one edge the usage of the
 * adjacent bin is added or subtracted.
 *
 * @param atEnd whether a register is read at the end of its bin; false for its start
 */
record RegisterTotal(OpenGap gap, Neighbourhood around, boolean atEnd) implements GapTotalSource {

    @Override
    public List<CounterRequest> requests() {
        return List.of(beside(gap.interval().start()), beside(gap.interval().end()));
    }

    private CounterRequest beside(Instant edge) {
        return CounterRequest.register(
                gap.channel().channelId(),
                gap.codes(),
                new Interval(edge.minus(gap.step()), edge.plus(gap.step())),
                gap.step());
    }

    @Override
    public Optional<GapTotal> total(List<CounterBins> answers) {
        Optional<Counters> before = register(gap.interval().start(), answers.get(0));
        Optional<Counters> after = register(gap.interval().end(), answers.get(1));
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("registerBeforeKwh", before.get().energyKwh());
        inputs.put("registerAfterKwh", after.get().energyKwh());
        return Optional.of(new GapTotal(after.get().minus(before.get()), "register", inputs));
    }

    private Optional<Counters> register(Instant edge, CounterBins answer) {
        if (answer.resolutionSeconds() == null || answer.resolutionSeconds() != gap.step().toSeconds()) {
            return Optional.empty();
        }
        Instant before = edge.minus(gap.step());
        Optional<Counters> direct = answer.at(atEnd ? before : edge);
        if (direct.isPresent()) {
            return direct;
        }
        Optional<Counters> usage = around.goodAt(atEnd ? edge : before).map(KeptReading::energy);
        return answer.at(atEnd ? edge : before)
                .flatMap(other -> usage.map(used -> atEnd ? other.minus(used) : other.plus(used)));
    }
}
