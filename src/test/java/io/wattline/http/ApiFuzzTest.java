package io.wattline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A few hundred requests made from {@code openapi.yaml}, with values that fit and values that do not. */
class ApiFuzzTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int REQUESTS_PER_OPERATION = 15;
    /** Values that break other programs: other types, bounds, other alphabets, SQL, script, formulas, lone halves. */
    private static final List<String> ODD = List.of("0", "-1", "1", "61001", "2147483648", "9007199254740992", "1e400",
            "NaN", "", " ", "null", "true", "[]", "{}", "a".repeat(3_000), "'; drop table readings; --", "' or 1=1 --",
            "<script>alert(1)</script>", "=1+1", "../../etc/passwd", "%00", "\u0000", "\u202e", "\ud83d\ude00",
            "2026-02-01T00:00:00Z", "2026-02-30T00:00:00Z", "0000-00-00", "9999-12-31T23:59:59Z", "2026-02-03", "raw",
            "day", "csv", "open", "energy_kwh", "energy_kwh,energy_kwh", "power_kw;drop", "eyJhIjoxfQ", "bm9uZQ==",
            "P1D", "$${x}", "${env:PATH}", "{{eniscope.password}}", "\r\nX-Injected: 1");

    @Test
    void no_request_that_the_document_allows_or_forbids_ends_in_an_internal_error() throws Exception {
        Random random = new Random(13);
        List<String> broken = new ArrayList<>();
        int sent = 0;
        try (ApiUnderTest api = ApiUnderTest.start(Map.of())) {
            for (ApiOperation operation : ApiDocument.read().operations()) {
                for (int n = 0; n < REQUESTS_PER_OPERATION && !operation.path().equals(ApiRoutes.EVENTS); n++) {
                    HttpRequest request = request(api.url(), operation, random);
                    HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
                    sent++;
                    if (answer.statusCode() >= 500 || answer.headers().firstValue("X-Injected").isPresent()) {
                        broken.add(request.method() + " " + request.uri() + ": " + answer.statusCode() + " "
                                + answer.body());
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(sent).isGreaterThan(500);
    }

    private static HttpRequest request(String url, ApiOperation operation, Random random) {
        String path = operation.path();
        for (Argument argument : operation.arguments()) {
            path = path.replace("{" + argument.name() + "}", encoded(value(argument, random)));
        }
        HttpRequest.Builder request = operation.acts()
                ? HttpRequest.newBuilder(URI.create(url + path)).POST(BodyPublishers.ofString(body(operation, random)))
                : HttpRequest.newBuilder(URI.create(url + path + "?" + query(operation, random)));
        return request.timeout(Duration.ofSeconds(30)).header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + ApiUnderTest.TOKEN).build();
    }

    private static String query(ApiOperation operation, Random random) {
        return operation.arguments().stream()
                .filter(argument -> !operation.path().contains("{" + argument.name()))
                .filter(argument -> argument.required() || random.nextBoolean())
                .map(argument -> argument.name() + "=" + encoded(value(argument, random)))
                .collect(Collectors.joining("&"));
    }

    private static String body(ApiOperation operation, Random random) {
        ObjectNode body = JSON.createObjectNode();
        for (Argument argument : operation.arguments()) {
            String value = value(argument, random);
            switch (random.nextInt(6)) {
                case 0 -> body.put(argument.name(), random.nextInt());
                case 1 -> body.put(argument.name(), random.nextBoolean());
                case 2 -> body.set(argument.name(), list(value));
                case 3 -> body.set(argument.name(), JSON.createObjectNode().put("x", value));
                case 4 -> body.put(argument.name(), 1.5e300);
                default -> body.put(argument.name(), value);
            }
        }
        String text = body.toString();
        return random.nextInt(10) == 0 ? text.substring(0, text.length() / 2) : text;
    }

    private static ArrayNode list(String value) {
        return JSON.createArrayNode().add(value).add(1).add(JSON.createArrayNode());
    }

    /** Two of three values fit the schema, so that requests get past the first check. */
    private static String value(Argument argument, Random random) {
        JsonNode schema = argument.schema();
        if (random.nextInt(3) == 0) {
            return ODD.get(random.nextInt(ODD.size()));
        }
        List<String> allowed = SchemaValues.values(schema.has("items") ? schema.path("items") : schema);
        if (!allowed.isEmpty()) {
            return allowed.get(random.nextInt(allowed.size()));
        }
        return switch (schema.path("format").asText(schema.path("type").asText())) {
            case "integer" -> List.of("1", "61001", "7").get(random.nextInt(3));
            case "date-time" -> "2026-02-0" + (1 + random.nextInt(3)) + "T00:00:00Z";
            case "date" -> "2026-02-0" + (1 + random.nextInt(3));
            default -> List.of("ann", "61001", "spike", "a name").get(random.nextInt(4));
        };
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
