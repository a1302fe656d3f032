package io.wattline.lab.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** The API: a passing fault first, then the access check, then the response. */
final class SimulatedApi implements HttpHandler {

    private static final Set<String> METHODS = Set.of("GET", "OPTIONS");

    private final SimulatedFaults faults;
    private final RequestLog seen;
    private final AccessCheck door;
    private final SimulatedReadings readings;
    private final Resources resources;
    private final ResponseSender sender;

    SimulatedApi(
            SimulatorSettings settings,
            SimulatedFaults faults,
            Amendments amendments,
            RequestLog seen,
            Sessions sessions) {
        this.faults = faults;
        this.seen = seen;
        this.door = new AccessCheck(settings, sessions);
        this.readings = new SimulatedReadings(settings, faults, amendments);
        this.resources = new Resources(settings, faults);
        this.sender = new ResponseSender(settings);
    }

    @Override
    public void handle(HttpExchange exchange) {
        seen.begins();
        try {
            answer(exchange, Request.of(exchange));
        } catch (IOException e) {
            // The client has gone, or the response is cut off on purpose: closing below ends the connection.
        } finally {
            seen.ends();
            exchange.close();
        }
    }

    private void answer(HttpExchange exchange, Request request) throws IOException {
        Fault fault = faults.strike(request.target());
        if (fault != null && !sender.waitFor(fault)) {
            seen.answers(request.pathText(), 0);
            return;
        }
        SimulatedResponse instead = fault == null ? null : ResponseSender.inPlace(fault);
        SimulatedResponse answer = instead != null
                ? instead
                : answer(exchange, request, door.refusal(exchange.getRequestHeaders(), exchange.getResponseHeaders()));
        seen.answers(request.pathText(), answer.status());
        sender.send(exchange, answer, fault);
    }

    private SimulatedResponse answer(HttpExchange exchange, Request request, SimulatedResponse refusal) {
        if (refusal != null) {
            return refusal;
        }
        if (!METHODS.contains(request.method())) {
            exchange.getResponseHeaders().set("Allow", "GET, OPTIONS");
            return SimulatedResponse.status(405, "Method Not Allowed");
        }
        List<String> path = request.path();
        boolean options = request.method().equals("OPTIONS");
        if (path.isEmpty()) {
            return SimulatedResponse.notFound();
        }
        if (path.get(0).equals("readings") && path.size() == 2) {
            return options ? readings.options(path.get(1)) : readings.get(path.get(1), request.query());
        }
        return options ? resources.options(path) : resources.get(path, request.query());
    }
}
