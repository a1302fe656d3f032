package io.wattline.forecast;

import io.wattline.database.NamedSql;
import io.wattline.database.Sql;
import io.wattline.forecast.method.ForecastKind;
import io.wattline.forecast.method.Outlook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of a run that {@code routes/forecasts.camel.yaml} calls: sample, settle, make what is due. */
public final class ForecastRuns {

    private static final Logger LOG = LoggerFactory.getLogger(ForecastRuns.class);
    private static final int BACKLOG_HOURS = 6;
    private static final double MIB = 1024 * 1024;

    /**
     * Limits that settings know.
     *
     * @param requestsMax   requests in 24 hours
     * @param lookBackMax   of any channel
     */
    record Limits(double requestsMax, Duration lookBackMax) {
    }

    private final Sql sql;
    private final ForecastSettings settings;
    private final Limits limits;
    private final Forecasters forecasters;
    private final ForecastRows rows;
    private final Supplier<StorageLevel> storage;
    private final Clock clock;

    ForecastRuns(DataSource database, ForecastSettings settings, Limits limits, Forecasters forecasters,
            Supplier<StorageLevel> storage, Clock clock) {
        this.sql = new Sql(database);
        this.settings = settings;
        this.limits = limits;
        this.forecasters = forecasters;
        this.rows = new ForecastRows(settings.warnAtPercent() / 100.0, limits.lookBackMax());
        this.storage = storage;
        this.clock = clock;
    }

    /** Measures what may become full, and settles the forecasts whose time is over. */
    public ForecastRun open() {
        Instant now = clock.instant();
        sample(now);
        int settled = sql.update(NamedSql.file("forecast-settle"), Map.of("now", now));
        return new ForecastRun(now, settled, new HashSet<>(sql.all(NamedSql.file("forecast-muted"), Map.of(),
                row -> row.getString(1))));
    }

    private void sample(Instant now) {
        StorageLevel level = storage.get();
        Map<String, Object> values = new HashMap<>();
        values.put("now", now);
        values.put("diskUsed", (double) level.diskUsed());
        values.put("diskSize", (double) level.diskSize());
        values.put("spoolBytes", (double) level.spoolBytes());
        values.put("spoolMax", (double) level.spoolMax());
        values.put("databaseMax", settings.databaseMaxMib() == 0 ? Double.POSITIVE_INFINITY
                : settings.databaseMaxMib() * MIB);
        values.put("requestsMax", limits.requestsMax());
        sql.update(NamedSql.file("forecast-sample"), values);
    }

    /** The kinds that are due: once a day from {@code forecasts.from-hour} on, a backlog every 6 hours. */
    public List<ForecastTask> tasks(ForecastRun run, long runId) {
        run.started(runId);
        Map<String, Instant> times = new HashMap<>();
        Instant today = run.now().truncatedTo(ChronoUnit.DAYS);
        int hour = run.now().atOffset(ZoneOffset.UTC).getHour();
        times.put(ForecastKind.BACKLOG.text(), today.plus(Duration.ofHours(hour - hour % BACKLOG_HOURS)));
        if (hour >= settings.fromHour()) {
            ForecastKind.texts().forEach(kind -> times.putIfAbsent(kind, today));
        }
        List<String> kinds = ForecastKind.texts().stream().filter(times::containsKey).toList();
        return sql.all(NamedSql.file("forecast-due"), Map.of("kinds", kinds, "times",
                kinds.stream().map(kind -> times.get(kind).toString()).toList()), row -> new ForecastTask(run,
                ForecastKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Sql.instant(row, "made_for")));
    }

    /** Makes the forecasts of a kind, and keeps them in one statement. A kind that fails keeps no other up. */
    public void make(ForecastTask task) {
        ForecastRun run = task.run();
        try {
            List<Outlook> outlooks = forecasters.outlooks(task.kind(), task.madeFor(), run.now());
            Map<String, Object> values = Map.of("kind", task.kind().text(), "madeFor", task.madeFor(), "now", run.now(),
                    "run", run.runId(), "forecasts", rows.json(outlooks, task));
            long[] counts = sql.one(NamedSql.file("forecast-keep"), values, row -> new long[] {
                row.getLong("made"), row.getLong("warnings")});
            boolean widens = outlooks.stream().anyMatch(outlook -> rows.lookBack(outlook, task) != null);
            run.made(counts[0], counts[1], widens);
        } catch (IllegalArgumentException e) {
            run.failed(task.kind().text() + ": " + e.getMessage());
        }
    }

    /** Whether a forecast of the run asks for a longer look-back. */
    public boolean widensLookBack(ForecastRun run) {
        return run.widens();
    }

    /** Parameters of {@code db/sql/run-end.sql}. */
    public Map<String, Object> end(ForecastRun run) {
        return Map.of("run_id", run.runId(), "now", clock.instant().toString());
    }

    /** Logs the result. */
    public ForecastReport report(ForecastRun run) {
        ForecastReport report = run.report();
        LOG.info("Forecasts: {} made, {} warn, {} settled; muted: {}", report.made(), report.warnings(),
                report.settled(), report.muted().isEmpty() ? "none" : String.join(", ", report.muted()));
        report.problems().forEach(problem -> LOG.warn("Forecasts are not made: {}", problem));
        return report;
    }
}
