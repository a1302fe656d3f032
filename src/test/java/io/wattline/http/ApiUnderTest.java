package io.wattline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.wattline.app.RunMode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A service with HTTP that has read three days of two sites with bad values, and a caller that holds every answer
 * against {@code openapi.yaml}.
 */
final class ApiUnderTest implements AutoCloseable {

    static final String TOKEN = "0123456789abcdef-token";
    static final Instant NOW = Instant.parse("2026-02-03T12:10:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final ApiDocument document = ApiDocument.read();
    private final WattlineUnderTest wattline;

    private ApiUnderTest(WattlineUnderTest wattline) {
        this.wattline = wattline;
    }

    static ApiUnderTest start(Map<String, String> more) {
        MovableClock clock = new MovableClock(NOW);
        Map<String, String> settings = new HashMap<>(
                Map.of("readings.history", "3d", "readings.poll.cron", "0/1 * * * * ?", "wattline.http.token", TOKEN));
        settings.putAll(more);
        WattlineUnderTest wattline = WattlineUnderTest.start(
                SimulatorSettings.of(Plant.of(4, 2), clock).withFaults(Set.of(Fault.BAD_VALUES)),
                clock,
                settings,
                RunMode.TIMERS);
        await().until(() -> (long) wattline.value("select count(*) from poll_state "
                + "where last_reading_at >= '2026-02-03T11:00Z'") == 4);
        wattline.value("select refresh_touched_days(?::timestamptz)", NOW.toString());
        return new ApiUnderTest(wattline);
    }

    WattlineUnderTest wattline() {
        return wattline;
    }

    String url() {
        return "http://127.0.0.1:" + HttpServer.port(wattline.context()).orElseThrow();
    }

    /** The content of an answer 200, as documented. */
    JsonNode get(String path) throws Exception {
        HttpResponse<String> answer = ask("GET", path, Map.of());
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return documented("GET", path, answer);
    }

    /** An action with the token. */
    HttpResponse<String> post(String path, String body) throws Exception {
        HttpRequest request = request(
                        path, Map.of("Authorization", "Bearer " + TOKEN, "Content-Type", "application/json"))
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
        documented("POST", path, answer);
        return answer;
    }

    HttpResponse<String> ask(String method, String path, Map<String, String> headers) throws Exception {
        return HTTP.send(
                request(path, headers).method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path)).timeout(Duration.ofSeconds(30));
        headers.forEach(request::header);
        return request;
    }

    /** The body of an answer, after it was held against the schema of its status. */
    JsonNode documented(String method, String path, HttpResponse<String> answer) throws Exception {
        String bare = path.replaceFirst("\\?.*", "");
        JsonNode body = JSON.readTree(answer.body());
        String template = document.find(method, bare).map(ApiOperation::path).orElse(null);
        String pointer = answer.statusCode() == 200
                ? "/paths/" + template.replace("~", "~0").replace("/", "~1") + "/"
                        + method.toLowerCase(java.util.Locale.ROOT) + "/responses/200/content/application~1json/schema"
                : "/components/schemas/Problem";
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue(answer.statusCode() == 200 ? "application/json" : "application/problem+json");
        assertThat(schema(pointer).validate(body)).as(method + " " + path + ": " + answer.body()).isEmpty();
        return body;
    }

    private JsonSchema schema(String pointer) throws Exception {
        com.fasterxml.jackson.databind.node.ObjectNode whole =
                (com.fasterxml.jackson.databind.node.ObjectNode) JSON.readTree(document.json("test"));
        whole.put("$ref", "#" + pointer.replace("{", "%7B").replace("}", "%7D"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole);
    }

    @Override
    public void close() {
        wattline.close();
    }
}
