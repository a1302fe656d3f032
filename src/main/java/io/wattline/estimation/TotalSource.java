package io.wattline.estimation;

import io.wattline.eniscope.ApiRequest;
import io.wattline.eniscope.CounterResponse;
import io.wattline.reading.Interval;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** One way to learn from the source how much energy a gap had. */
interface TotalSource {

    /** What is asked, in order. */
    List<ApiRequest> requests();

    /** @param answers one for each of the requests; empty where they do not tell */
    Optional<KnownTotal> total(List<CounterResponse> answers);

    /** A question for the gap's counters over a range, start inclusive, end exclusive. */
    static ApiRequest request(OpenGap gap, Interval range, String... namesAndValues) {
        StringJoiner query = new StringJoiner("&");
        gap.codes().forEach(code -> query.add(ApiRequest.parameter("fields[]", code)));
        query.add(ApiRequest.parameter("daterange[]", range.start().getEpochSecond()));
        query.add(ApiRequest.parameter("daterange[]", range.end().getEpochSecond()));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.add(ApiRequest.parameter(namesAndValues[i], namesAndValues[i + 1]));
        }
        return ApiRequest.get("readings/" + gap.channel().channelId(), query.toString(), "energy of channel " + gap.channel().channelId() + " " + gap.interval());
    }
}
