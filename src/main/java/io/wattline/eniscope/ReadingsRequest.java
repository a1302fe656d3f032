package io.wattline.eniscope;

import io.wattline.reading.Window;
import java.util.StringJoiner;

/** How a {@link Window} is asked for at the source ({@code GET /readings/{channelId}}). */
public final class ReadingsRequest {

    private ReadingsRequest() {
    }

    /** The window's bins: start inclusive, end exclusive, as Unix seconds; counters as usage of the interval. */
    public static ApiRequest of(Window window) {
        StringJoiner query = new StringJoiner("&");
        window.fields().forEach(field -> query.add(ApiRequest.parameter("fields[]", field)));
        query.add(ApiRequest.parameter("daterange[]", window.interval().start().getEpochSecond()));
        query.add(ApiRequest.parameter("daterange[]", window.interval().end().getEpochSecond()));
        query.add(ApiRequest.parameter("res", window.channel().interval().toSeconds()));
        query.add(ApiRequest.parameter("action", "summarize"));
        return ApiRequest.get("readings/" + window.channel().channelId(), query.toString(), window.toString());
    }
}
