package io.wattline.eniscope;

import io.wattline.reading.RecordOrigin;
import java.nio.charset.StandardCharsets;

/** A record of a response: bytes {@code from} (inclusive) to {@code to} (exclusive) of UTF-8 text, one JSON object. */
record ResponseRecord(byte[] response, ResponseHead head, int from, int to) implements RecordOrigin {

    @Override
    public String text() {
        return new String(response, from, to - from, StandardCharsets.UTF_8);
    }

    /** A response with this one record: {@code {"channel":..,"resolution":..,"units":{..},"records":[{..}]}}. */
    @Override
    public String payload() {
        return RecordText.response(head, RecordText.cut(response, from, to));
    }
}
