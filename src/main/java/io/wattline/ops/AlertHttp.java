package io.wattline.ops;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wattline.alert.AlertDesk;
import io.wattline.settings.Durations;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** What people do to alerts over HTTP. Nobody does anything without a token. */
public final class AlertHttp {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FORBIDDEN = 403;
    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;

    private final AlertDesk desk;
    private final boolean hasToken;

    /** @param hasToken whether wattline.http.token is set; the door has compared it then */
    public AlertHttp(AlertDesk desk, boolean hasToken) {
        this.desk = desk;
        this.hasToken = hasToken;
    }

    /** {@code {"alert": 12, "by": "ann"}}. */
    public String acknowledge(Map<String, Object> headers, String body) throws SQLException, JsonProcessingException {
        JsonNode asked = asked(body);
        if (!hasToken || !asked.path("alert").canConvertToLong() || !asked.path("by").isTextual()) {
            return refused(headers, "{\"alert\": 12, \"by\": \"ann\"}");
        }
        long id = asked.path("alert").asLong();
        return desk.acknowledge(id, asked.path("by").asText()) ? answer(headers, 200, Map.of("acknowledged", id))
                : answer(headers, CONFLICT, Map.of("error", "Alert " + id + " does not fire; see which do with: wattline alerts list"));
    }

    /** {@code {"rule": "channel-stale", "site": "23271", "channel": 61001, "for": "2h", "reason": "rebuilding", "by": "ann"}}; rule, site and channel where wanted. */
    public String silence(Map<String, Object> headers, String body) throws SQLException, JsonProcessingException {
        JsonNode asked = asked(body);
        Duration length = Durations.parse(asked.path("for").asText()).filter(found -> !found.isZero()).orElse(null);
        if (!hasToken || length == null || asked.path("reason").asText().isBlank() || !asked.path("by").isTextual()) {
            return refused(headers, "{\"rule\": \"channel-stale\", \"site\": \"23271\", \"channel\": 61001, \"for\": \"2h\", \"reason\": \"rebuilding\", \"by\": \"ann\"};"
                    + " rule, site and channel may be left out");
        }
        Integer channel = asked.path("channel").canConvertToInt() ? asked.path("channel").asInt() : null;
        return answer(headers, 200, Map.of("silence", desk.silence(asked.path("rule").asText(null), asked.path("site").asText(null), channel, length,
                asked.path("reason").asText(), asked.path("by").asText())));
    }

    private static JsonNode asked(String body) {
        try {
            return JSON.readTree(String.valueOf(body));
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    private String refused(Map<String, Object> headers, String allowed) throws JsonProcessingException {
        return hasToken ? answer(headers, BAD_REQUEST, Map.of("error", "allowed: JSON such as " + allowed))
                : answer(headers, FORBIDDEN, Map.of("error", "Nobody changes anything over HTTP while wattline.http.token (WATTLINE_HTTP_TOKEN) is not set; use: wattline alerts"));
    }

    private static String answer(Map<String, Object> headers, int status, Map<String, Object> content) throws JsonProcessingException {
        headers.put("CamelHttpResponseCode", status);
        headers.put("Content-Type", "application/json");
        return JSON.writeValueAsString(content);
    }
}
