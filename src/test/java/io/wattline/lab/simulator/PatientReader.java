package io.wattline.lab.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.wattline.reading.Interval;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A plain client that repeats until it has an answer: enough to compare what comes with what is true. */
final class PatientReader {

    /** A record with at least one value; {@code ts} is null where it is null in the record. */
    record Row(Instant ts, JsonNode units, JsonNode values) {

        /** In the vendor's base unit; NaN where there is none. */
        double value(SimulatedField field) {
            JsonNode value = values.path(field.code());
            if (value.isMissingNode() || value.isNull()) {
                return Double.NaN;
            }
            double factor = switch (units.path(field.code()).asText().replaceFirst("(Wh|W|VArh|VAr|VA)$", "")) {
                case "k" -> 1e3;
                case "M" -> 1e6;
                default -> 1;
            };
            return factor * Double.parseDouble(value.asText());
        }
    }

    private final SimulatorCaller caller;

    PatientReader(Simulator simulator) {
        caller = new SimulatorCaller(simulator);
        while (caller.logIn().headers().firstValue("X-Eniscope-Token").isEmpty()) {
            // A passing fault: again.
        }
    }

    List<Row> read(int channelId, Interval interval, Set<SimulatedField> fields, Duration window) {
        List<Row> rows = new ArrayList<>();
        for (Instant start = interval.start(); start.isBefore(interval.end()); start = start.plus(window)) {
            Instant end = start.plus(window).isBefore(interval.end()) ? start.plus(window) : interval.end();
            JsonNode answer =
                    answer(SimulatorCaller.readingsPath(channelId, new Interval(start, end), fields, "&res=900"));
            for (JsonNode node : answer.get("records")) {
                Row row = new Row(
                        node.get("ts").isNull()
                                ? null
                                : Instant.ofEpochSecond(node.get("ts").asLong()),
                        answer.get("units"),
                        node);
                if (fields.stream().anyMatch(field -> !node.get(field.code()).isNull())) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private JsonNode answer(String path) {
        for (int attempt = 0; attempt < 10; attempt++) {
            try {
                HttpResponse<String> response = caller.get(path);
                if (response.statusCode() == 401 || response.statusCode() == 419) {
                    caller.logIn();
                } else if (response.statusCode() == 200) {
                    JsonNode answer = SimulatorCaller.parsed(response.body());
                    if (answer.path("records").isArray()) {
                        return answer;
                    }
                }
            } catch (UncheckedIOException e) {
                // Cut off, not JSON, or no answer: again.
            }
        }
        throw new AssertionError("No answer in ten attempts: " + path);
    }
}
