package io.wattline.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Health, part by part. Each part says what is wrong with it, and health remembers since when. A timer checks all parts
 * ({@link #check}), so the time is right even when nobody asks over HTTP. The probe {@code live} checks no part: a
 * process is not restarted because something outside is down.
 */
public final class Health {

    private static final Logger LOG = LoggerFactory.getLogger(Health.class);
    private static final String UP = "UP";
    private static final String DOWN = "DOWN";
    private static final String UNKNOWN = "UNKNOWN";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param name  such as {@code database}
     * @param ready whether the process cannot work without the part
     * @param check what is wrong, for people; empty when nothing is
     * @param known whether the check can tell yet; before that a part is neither UP nor DOWN
     */
    public record Part(String name, boolean ready, Supplier<Optional<String>> check, BooleanSupplier known) {

        public Part(String name, boolean ready, Supplier<Optional<String>> check) {
            this(name, ready, check, () -> true);
        }
    }

    /**
     * What is wrong with a part.
     *
     * @param part  its name
     * @param since when it was first seen, to the second
     */
    public record Trouble(String part, Instant since, String reason) {

        @Override
        public String toString() {
            return part + " since " + since + ": " + reason;
        }
    }

    private final List<Part> parts;
    private final Clock clock;
    private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();

    public Health(List<Part> parts, Clock clock) {
        this.parts = List.copyOf(parts);
        this.clock = clock;
    }

    /** Checks every part. */
    public void check() {
        parts.forEach(this::check);
    }

    /** Names of all parts. */
    public List<String> parts() {
        return parts.stream().map(Part::name).toList();
    }

    /** Names of the parts about which nothing is known yet. */
    public List<String> unknown() {
        return parts.stream().filter(part -> !part.known().getAsBoolean()).map(Part::name).toList();
    }

    /** Whether the last check of the part found nothing wrong. */
    public boolean isUp(String part) {
        return !troubles.containsKey(part);
    }

    /** What the last check found wrong, in the order of the parts. */
    public List<Trouble> troubles() {
        return parts.stream().map(part -> troubles.get(part.name())).filter(Objects::nonNull).toList();
    }

    /**
     * Checks the parts of a probe and gives the JSON body of the response; the status, 200 or 503, goes into
     * {@code headers}.
     *
     * @param probe {@code health}, {@code ready} or {@code live}
     */
    public String respond(Map<String, Object> headers, String probe) throws JsonProcessingException {
        List<Map<String, Object>> checked = parts.stream().filter(part -> belongs(part, probe)).map(this::state)
                .toList();
        Set<Object> states = checked.stream().map(state -> state.get("status")).collect(Collectors.toSet());
        headers.put("CamelHttpResponseCode", states.contains(DOWN) ? 503 : 200);
        headers.put("Content-Type", "application/json");
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("status", states.contains(DOWN) ? DOWN : states.contains(UNKNOWN) ? UNKNOWN : UP);
        response.put("parts", checked);
        return JSON.writeValueAsString(response);
    }

    private static boolean belongs(Part part, String probe) {
        return probe.equals("health") || probe.equals("ready") && part.ready();
    }

    private Map<String, Object> state(Part part) {
        Optional<Trouble> trouble = check(part);
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("name", part.name());
        state.put("status", trouble.isPresent() ? DOWN : part.known().getAsBoolean() ? UP : UNKNOWN);
        trouble.ifPresent(found -> {
            state.put("since", found.since().toString());
            state.put("reason", found.reason());
        });
        return state;
    }

    private Optional<Trouble> check(Part part) {
        Optional<String> reason = reason(part);
        Trouble before = troubles.get(part.name());
        if (reason.isEmpty()) {
            troubles.remove(part.name());
            if (before != null) {
                LOG.info("Health: {} is UP again; it was DOWN since {}", part.name(), before.since());
            }
            return Optional.empty();
        }
        if (before == null) {
            LOG.warn("Health: {} is DOWN: {}", part.name(), reason.get());
        }
        Instant since = before == null ? clock.instant().truncatedTo(ChronoUnit.SECONDS) : before.since();
        Trouble now = new Trouble(part.name(), since, reason.get());
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
