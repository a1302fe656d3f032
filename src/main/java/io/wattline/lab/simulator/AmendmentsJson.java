package io.wattline.lab.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.wattline.reading.Interval;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The body of {@code PUT /simulator/amendments}. */
final class AmendmentsJson {

    private AmendmentsJson() {
    }

    /** @throws IllegalArgumentException which says what is wrong and what is allowed */
    static List<Amendment> read(JsonNode body) {
        List<Amendment> amendments = new ArrayList<>();
        body.path("amendments")
                .forEach(each -> amendments.add(new Amendment(
                        each.path("channel").asInt(),
                        new Interval(instant(each, "start"), instant(each, "end")),
                        kind(each.path("kind").asText()),
                        each.has("at") ? instant(each, "at") : Instant.EPOCH,
                        each.path("permille").asInt(1000))));
        return amendments;
    }

    private static Instant instant(JsonNode amendment, String name) {
        try {
            return Instant.parse(amendment.path(name).asText());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Simulator: '" + name + "' is '" + amendment.path(name).asText()
                    + "'; allowed: an instant such as 2026-06-01T00:00:00Z. Nothing is changed.", e);
        }
    }

    private static Amendment.Kind kind(String name) {
        return Arrays.stream(Amendment.Kind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Simulator: kind is '" + name + "'; allowed: "
                        + Arrays.toString(Amendment.Kind.values()) + ". Nothing is changed."));
    }
}
