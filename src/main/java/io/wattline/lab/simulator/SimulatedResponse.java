package io.wattline.lab.simulator;

import java.nio.charset.StandardCharsets;

/**
 * What goes out.
 *
 * @param body   read up to {@code length}; it may be a buffer of the thread, so send it before the next request is
 *               answered in it
 */
record SimulatedResponse(int status, String contentType, byte[] body, int length) {

    static final String JSON = "text/json; charset=UTF-8";
    static final String HTML = "text/html; charset=UTF-8";

    static SimulatedResponse json(byte[] body) {
        return new SimulatedResponse(200, JSON, body, body.length);
    }

    static SimulatedResponse text(int status, String contentType, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new SimulatedResponse(status, contentType, bytes, bytes.length);
    }

    static SimulatedResponse status(int status, String message) {
        return text(status, JSON, "{\"message\":\"" + message + "\"}");
    }

    static SimulatedResponse empty(int status) {
        return new SimulatedResponse(status, JSON, new byte[0], 0);
    }

    /** The permanent failure of {@code /readings}. */
    static SimulatedResponse invalidParameter() {
        return status(500, "Invalid Parameter");
    }

    static SimulatedResponse notFound() {
        return status(404, "Not Found");
    }
}
