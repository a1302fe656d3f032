package io.wattline.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The overview: what the database says, what this process says, and a headline that sums it up. */
public final class Overview implements OperationHandler {

    /**
     * What only the running process knows.
     *
     * @param version    of the program
     * @param profile    of the settings
     * @param breaker    state of the circuit breaker in front of the source
     * @param paused     whether ingestion is paused
     * @param spoolFiles responses that wait for the database
     * @param canAct     whether a token is set
     */
    public record Process(String version, String profile, Supplier<String> breaker, BooleanSupplier paused,
            LongSupplier spoolFiles,
                          boolean canAct) {
    }

    /**
     * An overview at one moment.
     *
     * @param json  all of it
     * @param state the part that does not change by the passing of time alone; equal states need no new event
     */
    public record Snapshot(String json, Object state) {
    }

    private final SqlHandler sql;
    private final ApiOperation operation;
    private final Process process;
    private final Clock clock;

    public Overview(SqlHandler sql, ApiDocument document, Process process, Clock clock) {
        this.sql = sql;
        this.operation = document.find("GET", "/api/overview").orElseThrow();
        this.process = process;
        this.clock = clock;
    }

    @Override
    public ApiResponse handle(ApiOperation requested, Arguments arguments) throws SQLException, ProblemException {
        return ApiResponse.json(now());
    }

    /** The overview as it is now. */
    public Snapshot snapshot() throws SQLException, ProblemException {
        Map<String, Object> overview = now();
        Map<String, Object> state = new LinkedHashMap<>(overview);
        state.keySet().removeAll(List.of("now", "lagSeconds"));
        return new Snapshot(WebJson.write(overview), WebJson.write(state));
    }

    private Map<String, Object> now() throws SQLException, ProblemException {
        Map<String, Object> overview = new LinkedHashMap<>();
        overview.put("now", clock.instant());
        overview.put("version", process.version());
        overview.put("profile", process.profile());
        overview.put("breaker", process.breaker().get());
        overview.put("ingestionPaused", process.paused().getAsBoolean());
        overview.put("spoolFiles", process.spoolFiles().getAsLong());
        overview.put("canAct", process.canAct());
        overview.putAll(sql.content(operation, new Arguments(Map.of())));
        Figures figures = new Figures(overview);
        List<String> reasons = reasons(figures);
        overview.put("well", reasons.isEmpty());
        overview.put("headline", reasons.isEmpty()
                ? "All is well: " + figures.count("channels", "live") + " channels live" : reasons.get(0));
        overview.put("reasons", reasons);
        return overview;
    }

    /** Why it is not well, the worst first. */
    private static List<String> reasons(Figures figures) {
        List<String> reasons = new ArrayList<>();
        figures.add(reasons, figures.count("alertsOpen", "critical"), "critical alert(s) open");
        if (!figures.text("breaker").equals("CLOSED")) {
            String state = figures.text("breaker").replace('_', ' ').toLowerCase(Locale.ROOT);
            reasons.add("The circuit breaker in front of the source is " + state + ": the source fails");
        }
        if (figures.text("ingestionPaused").equals("true")) {
            reasons.add("Ingestion is paused");
        }
        figures.add(reasons, figures.count("spoolFiles"), "response(s) of the source wait to be stored");
        figures.add(reasons, figures.count("alertsOpen", "warning"), "warning(s) open");
        figures.add(reasons, figures.count("channels", "quarantined"),
                "channel(s) in quarantine: too many of their readings break rules");
        figures.add(reasons, figures.count("channels", "dead"), "channel(s) dead: the source refuses them");
        return reasons;
    }

    /** Reads figures of an overview. */
    private record Figures(Map<String, Object> overview) {

        String text(String name) {
            return String.valueOf(overview.get(name));
        }

        long count(String name) {
            return ((Number) overview.get(name)).longValue();
        }

        long count(String name, String part) {
            return ((JsonNode) overview.get(name)).path(part).asLong();
        }

        void add(List<String> reasons, long count, String of) {
            if (count > 0) {
                reasons.add(count + " " + of.replace("(s)", count == 1 ? "" : "s"));
            }
        }
    }
}
