package io.wattline.eniscope;

import io.wattline.reading.Window;
import io.wattline.source.ExpectedRecords;
import io.wattline.source.SourceRequest;
import java.util.StringJoiner;

/** The request for the readings of a {@link Window}: {@code GET /readings/{channelId}}. */
public final class ReadingsRequest {

    private ReadingsRequest() {
    }

    /** The window's bins: start inclusive, end exclusive, as Unix seconds; counters as usage of the interval. */
    public static SourceRequest of(Window window) {
        StringJoiner query = new StringJoiner("&");
        window.fields().forEach(field -> query.add(SourceRequest.parameter("fields[]", field)));
        query.add(SourceRequest.parameter("daterange[]", window.interval().start().getEpochSecond()));
        query.add(SourceRequest.parameter("daterange[]", window.interval().end().getEpochSecond()));
        query.add(SourceRequest.parameter("res", window.channel().interval().toSeconds()));
        query.add(SourceRequest.parameter("action", "summarize"));
        SourceRequest request =
                SourceRequest.get("readings/" + window.channel().channelId(), query.toString(), window.toString())
                        .expecting(ExpectedRecords.of(window.interval().start(), window.interval().end()));
        return window.background() ? request.inBackground() : request;
    }
}
