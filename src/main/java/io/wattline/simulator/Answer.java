package io.wattline.simulator;

import java.nio.charset.StandardCharsets;

/**
 * What goes out.
 *
 * @param body   read up to {@code length}; it may be a buffer of the thread, so send it before the next request is answered in it
 */
record Answer(int status, String contentType, byte[] body, int length) {

    static final String JSON = "text/json; charset=UTF-8";
    static final String HTML = "text/html; charset=UTF-8";

    static Answer json(byte[] body) {
        return new Answer(200, JSON, body, body.length);
    }

    static Answer text(int status, String contentType, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Answer(status, contentType, bytes, bytes.length);
    }

    static Answer status(int status, String message) {
        return text(status, JSON, "{\"message\":\"" + message + "\"}");
    }

    static Answer empty(int status) {
        return new Answer(status, JSON, new byte[0], 0);
    }

    /** The permanent failure of {@code /readings}. */
    static Answer invalidParameter() {
        return status(500, "Invalid Parameter");
    }

    static Answer notFound() {
        return status(404, "Not Found");
    }
}
