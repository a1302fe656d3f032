package io.wattline.http;

import java.util.Map;

/**
 * A response of the API.
 *
 * @param headers beside Content-Type
 * @param body    a text, or a stream that is read to its end and closed
 */
public record ApiResponse(int status, String contentType, Map<String, String> headers, Object body) {

    /** Status 200 with the value as JSON. */
    public static ApiResponse json(Object value) {
        return ofJsonText(WebJson.write(value));
    }

    /** Status 200 with a file to keep. */
    static ApiResponse file(String name, String contentType, Object body) {
        return new ApiResponse(200, contentType,
                Map.of("Content-Disposition", "attachment; filename=\"" + name + "\""), body);
    }

    /** Status 200 with a text that is JSON already. */
    static ApiResponse ofJsonText(String json) {
        return new ApiResponse(200, "application/json", Map.of(), json);
    }
}
