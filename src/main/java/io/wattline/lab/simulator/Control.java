package io.wattline.lab.simulator;

import static io.wattline.lab.simulator.SimulatedRows.row;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The simulator's own side, without a log-in: {@code GET /simulator/state}, and {@code PUT /simulator/faults} with
 * {@code {"faults":["NULL_BINS","LATE_DATA"],"share":0.2}}, where {@code faults} may also be {@code "all"} or {@code
 * "none"} and each of the two may be left out; {@code PUT /simulator/amendments} with {@code
 * {"amendments":[{"channel":61001,"start":"2026-06-01T00:00:00Z","end":"2026-06-01T01:00:00Z","kind":"CORRECT",
 * "at":"2026-06-01T12:00:00Z","permille":1100}]}} sets what is done to chosen slots, exactly these from then on.
 */
final class Control implements HttpHandler {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SimulatorSettings settings;
    private final SimulatedFaults faults;
    private final Amendments amendments;
    private final RequestLog seen;

    Control(SimulatorSettings settings, SimulatedFaults faults, Amendments amendments, RequestLog seen) {
        this.settings = settings;
        this.faults = faults;
        this.amendments = amendments;
        this.seen = seen;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            SimulatedResponse answer = answer(exchange);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), answer.length());
            exchange.getResponseBody().write(answer.body(), 0, answer.length());
        }
    }

    private SimulatedResponse answer(HttpExchange exchange) throws IOException {
        String what = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        return switch (what) {
            case "GET /simulator/state" -> Resources.json(state());
            case "PUT /simulator/faults" -> change(what, () -> faults(JSON.readTree(exchange.getRequestBody())));
            case "PUT /simulator/amendments" -> change(
                    what, () -> amendments.set(AmendmentsJson.read(JSON.readTree(exchange.getRequestBody()))));
            default -> SimulatedResponse.status(
                    404,
                    "No " + what + " here; there are GET /simulator/state, PUT "
                            + "/simulator/faults and PUT /simulator/amendments");
        };
    }

    private interface Change {
        void make() throws IOException;
    }

    private void faults(JsonNode wanted) {
        Set<Fault> set = wanted.has("faults") ? named(wanted.get("faults")) : faults.now();
        faults.share(wanted.path("share").asDouble(faults.share()));
        faults.set(set);
    }

    private SimulatedResponse change(String what, Change change) throws IOException {
        try {
            change.make();
            return Resources.json(state());
        } catch (IllegalArgumentException e) {
            return refused(e.getMessage());
        } catch (JsonProcessingException e) {
            return refused("The body of " + what + " is not JSON: " + e.getOriginalMessage() + ". Nothing is changed.");
        }
    }

    private static SimulatedResponse refused(String message) {
        SimulatedResponse answer = Resources.json(row("message", message));
        return new SimulatedResponse(400, answer.contentType(), answer.body(), answer.length());
    }

    private static Set<Fault> named(JsonNode node) {
        if (node.isTextual()) {
            return FaultNames.parse(node.asText());
        }
        Set<Fault> set = EnumSet.noneOf(Fault.class);
        node.forEach(name -> set.add(FaultNames.fault(name.asText())));
        return set;
    }

    private Map<String, Object> state() {
        List<String> on = new ArrayList<>();
        faults.now().forEach(fault -> on.add(fault.name()));
        return row(
                "now",
                settings.clock().instant().toString(),
                "channels",
                settings.plant().channels().size(),
                "faults",
                on,
                "share",
                faults.share(),
                "amendments",
                amendments.now().size(),
                "inFlightMax",
                seen.inFlightMax(),
                "logIns",
                seen.logIns(),
                "failedLogIns",
                seen.failedLogIns(),
                "total",
                seen.total(),
                "requests",
                seen.requests());
    }
}
