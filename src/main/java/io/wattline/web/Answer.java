package io.wattline.web;

import java.util.Map;

/**
 * What is answered.
 *
 * @param headers more headers
 * @param body    a text, or a stream that is read until it ends and closed
 */
public record Answer(int status, String contentType, Map<String, String> headers, Object body) {

    public static Answer json(Object value) {
        return new Answer(200, "application/json", Map.of(), Json.write(value));
    }
}
