package io.wattline.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * What is answered.
 *
 * @param headers more headers
 * @param body    a text, or a stream that is read until it ends and closed
 */
public record Answer(int status, String contentType, Map<String, String> headers, Object body) {

    /** For who asks only for the head. */
    Answer withoutBody() throws IOException {
        if (body instanceof InputStream stream) {
            stream.close();
        }
        return new Answer(status, contentType, headers, "");
    }

    static Answer json(Object value) {
        return new Answer(200, "application/json", Map.of(), Json.write(value));
    }
}
