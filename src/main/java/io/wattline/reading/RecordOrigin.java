package io.wattline.reading;

import java.nio.charset.StandardCharsets;

/** Where a reading stands in the answer that brought it: bytes {@code from} (inclusive) to {@code to} (exclusive) of a UTF-8 answer, one JSON object. */
public record RecordOrigin(byte[] answer, int from, int to) {

    /** The JSON object as it arrived. */
    public String text() {
        return new String(answer, from, to - from, StandardCharsets.UTF_8);
    }
}
