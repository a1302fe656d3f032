package io.wattline.http;

import io.wattline.health.Health.Trouble;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The overview: what the database says, what this process says, and a headline that sums it up. */
public final class Overview implements OperationHandler {

    /**
     * What only the process knows.
     *
     * @param version of the program
     * @param profile of the settings
     * @param canAct  whether a token is set
     * @param state   as it is now
     */
    public record Process(String version, String profile, boolean canAct, Supplier<State> state) {
    }

    /**
     * The state of the process.
     *
     * @param breaker    state of the circuit breaker in front of the source
     * @param source     whether the source has responded since the start: unknown, responding or silent
     * @param paused     whether ingestion is paused
     * @param spoolFiles responses that wait for the database
     * @param troubles   what the last check of health found wrong
     */
    public record State(String breaker, String source, boolean paused, long spoolFiles, List<Trouble> troubles) {
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
        State state = process.state().get();
        Map<String, Object> overview = new LinkedHashMap<>();
        overview.put("now", clock.instant());
        overview.put("version", process.version());
        overview.put("profile", process.profile());
        overview.put("canAct", process.canAct());
        overview.put("breaker", state.breaker());
        overview.put("source", state.source());
        overview.put("ingestionPaused", state.paused());
        overview.put("spoolFiles", state.spoolFiles());
        overview.put("troubles", state.troubles());
        overview.putAll(sql.content(operation, new Arguments(Map.of())));
        OverviewVerdict verdict = OverviewVerdict.of(overview, state);
        overview.put("well", verdict.reasons().isEmpty());
        overview.put("level", verdict.level());
        overview.put("headline", verdict.headline());
        overview.put("reasons", verdict.reasons());
        return overview;
    }
}
