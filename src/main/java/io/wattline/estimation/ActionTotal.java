package io.wattline.estimation;

import io.wattline.eniscope.ApiRequest;
import io.wattline.eniscope.CounterResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One bin over the whole gap ({@code action=total}). */
record ActionTotal(OpenGap gap) implements TotalSource {

    static final String NAME = "action=total";

    @Override
    public List<ApiRequest> requests() {
        return List.of(TotalSource.request(gap, gap.interval(), "action", "total"));
    }

    @Override
    public Optional<KnownTotal> total(List<CounterResponse> answers) {
        CounterResponse answer = answers.get(0);
        return answer.byStart().size() != 1 ? Optional.empty() : answer.at(gap.interval().start()).map(energy -> new KnownTotal(energy, NAME, Map.of()));
    }
}
