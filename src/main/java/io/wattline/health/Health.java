package io.wattline.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Health over HTTP: every part says what is wrong with it, or nothing; the answer says since when. A timer looks as well ({@link #look}), so that this is
 * right also where nobody has asked. {@code live} asks no part: a process is not restarted because something outside is away.
 */
public final class Health {

    private static final Logger LOG = LoggerFactory.getLogger(Health.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param name  of the part, such as {@code database}
     * @param ready whether the process cannot work without it
     * @param check what is wrong, for people; empty when all is well
     */
    public record Part(String name, boolean ready, Supplier<Optional<String>> check) {
    }

    /**
     * What is wrong with a part.
     *
     * @param since when it was first seen, to the second
     */
    public record Trouble(Instant since, String reason) {
    }

    private final List<Part> parts;
    private final Clock clock;
    private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();

    public Health(List<Part> parts, Clock clock) {
        this.parts = List.copyOf(parts);
        this.clock = clock;
    }

    /** Looks at every part. */
    public void look() {
        parts.forEach(this::look);
    }

    /** Names of all parts. */
    public List<String> parts() {
        return parts.stream().map(Part::name).toList();
    }

    /** Whether nothing was wrong with the part at the last look. */
    public boolean isWell(String part) {
        return !troubles.containsKey(part);
    }

    /** What was wrong at the last look, a line a part. */
    public List<String> troubles() {
        return parts.stream().filter(part -> !isWell(part.name())).map(part -> part.name() + " since " + troubles.get(part.name()).since() + ": "
                + troubles.get(part.name()).reason()).toList();
    }

    /** The answer to {@code /health}, {@code /health/ready} or {@code /health/live}; status 200 or 503 goes into {@code headers}. */
    public String answer(Map<String, Object> headers, String question) throws JsonProcessingException {
        List<Map<String, Object>> asked = parts.stream().filter(part -> question.equals("health") || question.equals("ready") && part.ready()).map(this::state).toList();
        boolean up = asked.stream().allMatch(state -> "UP".equals(state.get("status")));
        headers.put("CamelHttpResponseCode", up ? 200 : 503);
        headers.put("Content-Type", "application/json");
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", up ? "UP" : "DOWN");
        answer.put("parts", asked);
        return JSON.writeValueAsString(answer);
    }

    private Map<String, Object> state(Part part) {
        Optional<Trouble> trouble = look(part);
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("name", part.name());
        state.put("status", trouble.isEmpty() ? "UP" : "DOWN");
        trouble.ifPresent(found -> {
            state.put("since", found.since().toString());
            state.put("reason", found.reason());
        });
        return state;
    }

    private Optional<Trouble> look(Part part) {
        Optional<String> reason = reason(part);
        Trouble before = troubles.get(part.name());
        if (reason.isEmpty()) {
            troubles.remove(part.name());
            if (before != null) {
                LOG.info("Health: {} is well again; it was in trouble since {}", part.name(), before.since());
            }
            return Optional.empty();
        }
        if (before == null) {
            LOG.warn("Health: {} is in trouble: {}", part.name(), reason.get());
        }
        Trouble now = new Trouble(before == null ? clock.instant().truncatedTo(ChronoUnit.SECONDS) : before.since(), reason.get());
        troubles.put(part.name(), now);
        return Optional.of(now);
    }

    private static Optional<String> reason(Part part) {
        try {
            return part.check().get();
        } catch (RuntimeException e) {
            return Optional.of("the check itself failed: " + e.getMessage());
        }
    }
}
