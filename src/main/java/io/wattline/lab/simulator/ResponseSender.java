package io.wattline.lab.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Sends responses, or what a passing fault puts in their place. */
final class ResponseSender {

    private static final String MAINTENANCE = "<!DOCTYPE html><html><body><h1>We'll be back soon</h1></body></html>";
    private static final String WRONG_TYPES =
            "{\"organizations\":\"none\",\"devices\":\"none\","
                    + "\"meters\":\"none\",\"channels\":\"none\",\"records\":\"none\","
                    + "\"recordCount\":\"many\",\"units\":[],\"resolution\":{},\"filters\":7,\"meta\":[]}";

    private final SimulatorSettings settings;
    private final AtomicLong cuts = new AtomicLong();

    ResponseSender(SimulatorSettings settings) {
        this.settings = settings;
    }

    /**
     * What the fault puts in place of the response; null where the response itself is sent, late or in part, or nothing
     * does.
     */
    static SimulatedResponse inPlace(Fault fault) {
        return switch (fault) {
            case TOO_MANY_REQUESTS, TOO_MANY_REQUESTS_RETRY_AFTER -> SimulatedResponse.status(429, "Too Many Requests");
            case SERVER_ERROR -> SimulatedResponse.status(500, "Internal Server Error");
            case UNAVAILABLE -> SimulatedResponse.text(503, SimulatedResponse.HTML, MAINTENANCE);
            case CONFLICT -> SimulatedResponse.status(409, "Conflict");
            case PRECONDITION_FAILED -> SimulatedResponse.status(412, "Precondition Failed");
            case HTML_WITH_200 -> SimulatedResponse.text(200, SimulatedResponse.HTML, MAINTENANCE);
            case EMPTY_BODY -> SimulatedResponse.empty(200);
            case WRONG_TYPES -> SimulatedResponse.text(200, SimulatedResponse.JSON, WRONG_TYPES);
            default -> null;
        };
    }

    /** Sends the response, cut off where that is the fault. */
    void send(HttpExchange exchange, SimulatedResponse answer, Fault fault) throws IOException {
        if (fault == Fault.TOO_MANY_REQUESTS_RETRY_AFTER) {
            exchange.getResponseHeaders().set("Retry-After", "1");
        }
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        int sent = fault == Fault.CUT_OFF_BODY ? answer.length() / 2 : answer.length();
        int announced = fault == Fault.CUT_OFF_BODY && cuts.getAndIncrement() % 2 == 0 ? sent : answer.length();
        exchange.sendResponseHeaders(answer.status(), announced == 0 ? -1 : announced);
        exchange.getResponseBody().write(answer.body(), 0, sent);
        if (sent < announced) {
            exchange.getResponseBody().flush();
            throw new IOException("Cut off on purpose after " + sent + " of " + announced + " bytes");
        }
    }

    /** Waits as long as the fault says; false where nothing is sent after that. */
    boolean waitFor(Fault fault) {
        switch (fault) {
            case SLOW_ANSWER -> pause(settings.slowness());
            case SILENCE -> pause(settings.silence());
            default -> { }
        }
        return fault != Fault.SILENCE && fault != Fault.CONNECTION_RESET;
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            // The simulator stops.
            Thread.currentThread().interrupt();
        }
    }
}
