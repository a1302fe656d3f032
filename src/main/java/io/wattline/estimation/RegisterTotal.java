package io.wattline.estimation;

import io.wattline.eniscope.ApiRequest;
import io.wattline.eniscope.CounterResponse;
import io.wattline.reading.Counters;
import io.wattline.reading.Interval;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The register after a gap less that before it ({@code showCounters=1}). Bins of the gap have no register, so one edge is reached over the usage of the bin beside it.
 *
 * @param atEnd whether a register is that of the end of its bin
 */
record RegisterTotal(OpenGap gap, Neighbourhood around, boolean atEnd) implements TotalSource {

    @Override
    public List<ApiRequest> requests() {
        return List.of(beside(gap.interval().start()), beside(gap.interval().end()));
    }

    private ApiRequest beside(Instant edge) {
        return TotalSource.request(gap, new Interval(edge.minus(gap.step()), edge.plus(gap.step())), "res", Long.toString(gap.step().toSeconds()),
                "action", "summarize", "showCounters", "1");
    }

    @Override
    public Optional<KnownTotal> total(List<CounterResponse> answers) {
        Optional<Counters> before = register(gap.interval().start(), answers.get(0));
        Optional<Counters> after = register(gap.interval().end(), answers.get(1));
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("registerBeforeKwh", before.get().energyKwh());
        inputs.put("registerAfterKwh", after.get().energyKwh());
        return Optional.of(new KnownTotal(after.get().minus(before.get()), "register", inputs));
    }

    private Optional<Counters> register(Instant edge, CounterResponse answer) {
        if (answer.resolutionSeconds() == null || answer.resolutionSeconds() != gap.step().toSeconds()) {
            return Optional.empty();
        }
        Instant before = edge.minus(gap.step());
        Optional<Counters> direct = answer.at(atEnd ? before : edge);
        if (direct.isPresent()) {
            return direct;
        }
        Optional<Counters> usage = around.goodAt(atEnd ? edge : before).map(KnownReading::energy);
        return answer.at(atEnd ? edge : before).flatMap(other -> usage.map(used -> atEnd ? other.minus(used) : other.plus(used)));
    }
}
