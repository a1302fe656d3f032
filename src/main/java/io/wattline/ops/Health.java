package io.wattline.ops;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Health over HTTP: every part says what is wrong with it, or nothing; the answer says since when. {@code live} asks no part: a process is
 * not restarted because something outside is away.
 */
public final class Health {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param name  of the part, such as {@code database}
     * @param ready whether the process cannot work without it
     * @param check what is wrong, for people; empty when all is well
     */
    public record Part(String name, boolean ready, Supplier<Optional<String>> check) {
    }

    private final List<Part> parts;
    private final Clock clock;
    private final Map<String, Instant> since = new ConcurrentHashMap<>();

    public Health(List<Part> parts, Clock clock) {
        this.parts = List.copyOf(parts);
        this.clock = clock;
    }

    /** The answer to {@code /health}, {@code /health/ready} or {@code /health/live}; status 200 or 503 goes into {@code headers}. */
    public String answer(Map<String, Object> headers, String question) throws JsonProcessingException {
        List<Map<String, Object>> asked = new ArrayList<>();
        boolean up = true;
        for (Part part : parts) {
            if (question.equals("health") || question.equals("ready") && part.ready()) {
                Map<String, Object> state = state(part);
                asked.add(state);
                up = up && "UP".equals(state.get("status"));
            }
        }
        headers.put("CamelHttpResponseCode", up ? 200 : 503);
        headers.put("Content-Type", "application/json");
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", up ? "UP" : "DOWN");
        answer.put("parts", asked);
        return JSON.writeValueAsString(answer);
    }

    private Map<String, Object> state(Part part) {
        Optional<String> trouble = trouble(part);
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("name", part.name());
        state.put("status", trouble.isEmpty() ? "UP" : "DOWN");
        if (trouble.isEmpty()) {
            since.remove(part.name());
        } else {
            state.put("since", since.computeIfAbsent(part.name(), name -> clock.instant()).toString());
            state.put("reason", trouble.get());
        }
        return state;
    }

    private static Optional<String> trouble(Part part) {
        try {
            return part.check().get();
        } catch (RuntimeException e) {
            return Optional.of("the check itself failed: " + e.getMessage());
        }
    }
}
