package io.wattline.http;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** How everything is: what the database says, what this process says, and a line that sums it up. */
public final class Overview implements Handler {

    /**
     * What only the running process knows.
     *
     * @param version    of the program
     * @param profile    of the settings
     * @param breaker    state of the circuit breaker in front of the source
     * @param paused     whether somebody has paused ingestion
     * @param spoolFiles answers that wait for the database
     * @param canAct     whether a token is set
     */
    public record Process(String version, String profile, Supplier<String> breaker, BooleanSupplier paused, LongSupplier spoolFiles, boolean canAct) {
    }

    private final SqlAnswers sql;
    private final Operation operation;
    private final Process process;
    private final Clock clock;

    public Overview(SqlAnswers sql, ApiDocument document, Process process, Clock clock) {
        this.sql = sql;
        this.operation = document.find("GET", "/api/overview").orElseThrow();
        this.process = process;
        this.clock = clock;
    }

    @Override
    public HttpReply answer(Operation asked, Arguments arguments) throws SQLException, ProblemException {
        return HttpReply.json(now());
    }

    /**
     * An overview.
     *
     * @param json  all of it
     * @param state without what only the time changes, to see whether it is another one
     */
    public record Seen(String json, Object state) {
    }

    /** The overview as it is now. */
    public Seen seen() throws SQLException, ProblemException {
        Map<String, Object> overview = now();
        Map<String, Object> state = new LinkedHashMap<>(overview);
        state.keySet().removeAll(List.of("now", "lagSeconds"));
        return new Seen(WebJson.write(overview), WebJson.write(state));
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
        overview.put("headline", reasons.isEmpty() ? "All is well: " + figures.count("channels", "live") + " channels live" : reasons.get(0));
        overview.put("reasons", reasons);
        return overview;
    }

    /** The worst first. */
    private static List<String> reasons(Figures figures) {
        List<String> reasons = new ArrayList<>();
        figures.add(reasons, figures.count("alertsOpen", "critical"), "critical alert(s) open");
        if (!figures.text("breaker").equals("CLOSED")) {
            reasons.add("The circuit breaker in front of the source is " + figures.text("breaker").replace('_', ' ').toLowerCase(java.util.Locale.ROOT) + ": the source fails");
        }
        if (figures.text("ingestionPaused").equals("true")) {
            reasons.add("Somebody has paused ingestion");
        }
        figures.add(reasons, figures.count("spoolFiles"), "answer(s) of the source wait to be stored");
        figures.add(reasons, figures.count("alertsOpen", "warning"), "warning(s) open");
        figures.add(reasons, figures.count("channels", "quarantined"), "channel(s) in quarantine: too much of what they send breaks a rule");
        figures.add(reasons, figures.count("channels", "dead"), "channel(s) dead: the source refuses them");
        return reasons;
    }

    /** Reads what the overview holds. */
    private record Figures(Map<String, Object> overview) {

        String text(String name) {
            return String.valueOf(overview.get(name));
        }

        long count(String name) {
            return ((Number) overview.get(name)).longValue();
        }

        long count(String name, String part) {
            return ((com.fasterxml.jackson.databind.JsonNode) overview.get(name)).path(part).asLong();
        }

        void add(List<String> reasons, long count, String of) {
            if (count > 0) {
                reasons.add(count + " " + of.replace("(s)", count == 1 ? "" : "s"));
            }
        }
    }
}
