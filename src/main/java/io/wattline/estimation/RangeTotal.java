package io.wattline.estimation;

import io.wattline.reading.CounterBins;
import io.wattline.reading.CounterRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One bin over the whole gap; its name is that of the source's request. */
record RangeTotal(OpenGap gap) implements GapTotalSource {

    static final String NAME = "action=total";

    @Override
    public List<CounterRequest> requests() {
        return List.of(CounterRequest.total(gap.channel().channelId(), gap.codes(), gap.interval()));
    }

    @Override
    public Optional<GapTotal> total(List<CounterBins> answers) {
        CounterBins answer = answers.get(0);
        return answer.byStart().size() != 1
                ? Optional.empty()
                : answer.at(gap.interval().start()).map(energy -> new GapTotal(energy, NAME, Map.of()));
    }
}
