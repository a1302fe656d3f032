package io.wattline.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Responds to what is no HTTP request, or is too long for one, and closes the connection. */
final class InvalidRequests {

    private InvalidRequests() {
    }

    static void respond(HttpServerRequest request) {
        ApiResponse problem = problem(request.decoderResult().cause()).response();
        HttpServerResponse response = request.response();
        SecurityHeaders.ALL.forEach(response::putHeader);
        response.setStatusCode(problem.status()).putHeader("Content-Type", problem.contentType())
                .putHeader("Cache-Control", "no-store").putHeader("Connection", "close");
        response.end(String.valueOf(problem.body())).onComplete(sent -> request.connection().close());
    }

    private static ProblemException problem(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return new ProblemException(414, "The address is too long; allowed: " + BoundedHttpServer.LINE_MAX_BYTES
                    + " bytes with method and version");
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return new ProblemException(431, "The headers are too long; allowed: "
                    + BoundedHttpServer.HEADERS_MAX_BYTES + " bytes in all");
        }
        return new ProblemException(400, "This is not a valid HTTP/1.1 request");
    }
}
