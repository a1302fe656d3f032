package io.wattline.http;

import java.util.Map;

/**
 * What is answered.
 *
 * @param headers more headers
 * @param body    a text, or a stream that is read until it ends and closed
 */
public record HttpReply(int status, String contentType, Map<String, String> headers, Object body) {

    public static HttpReply json(Object value) {
        return new HttpReply(200, "application/json", Map.of(), WebJson.write(value));
    }
}
