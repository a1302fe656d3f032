package io.wattline.lab.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wattline.reading.Interval;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Calls a simulator as a client would, header by header. */
final class SimulatorCaller {

    static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Simulator simulator;
    private final Map<String, String> headers = new HashMap<>();

    SimulatorCaller(Simulator simulator) {
        this.simulator = simulator;
        headers.put("User-Agent", "Wattline-test/1");
        headers.put("X-Eniscope-API", simulator.settings().credentials().apiKey());
    }

    /** With a session. */
    static SimulatorCaller loggedIn(Simulator simulator) {
        SimulatorCaller caller = new SimulatorCaller(simulator);
        caller.logIn();
        return caller;
    }

    SimulatorCaller with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    SimulatorCaller without(String header) {
        headers.remove(header);
        return this;
    }

    HttpResponse<String> logIn() {
        headers.remove("X-Eniscope-Token");
        headers.put("Authorization", Sessions.authorization(simulator.settings().credentials()));
        HttpResponse<String> response = get("/accounts");
        headers.remove("Authorization");
        response.headers().firstValue("X-Eniscope-Token").ifPresent(token -> headers.put("X-Eniscope-Token", token));
        return response;
    }

    HttpResponse<String> get(String path) {
        return call("GET", simulator.url() + path, "");
    }

    HttpResponse<String> call(String method, String url, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(20))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode json(String path) {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return parsed(response.body());
    }

    static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static String readingsPath(int channelId, Interval interval, Collection<SimulatedField> fields, String more) {
        return "/readings/" + channelId + "?daterange%5B%5D=" + interval.start().getEpochSecond() + "&daterange%5B%5D="
                + interval.end().getEpochSecond()
                + fields.stream().map(field -> "&fields%5B%5D=" + field.code()).collect(Collectors.joining()) + more;
    }

    /** The answer for these fields at 900 s. */
    JsonNode readings(int channelId, Interval interval, SimulatedField... fields) {
        return json(readingsPath(channelId, interval, java.util.List.of(fields), "&res=900"));
    }
}
