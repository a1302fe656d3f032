package io.wattline.bench;

import io.wattline.anomaly.backtest.BacktestSeries;
import io.wattline.anomaly.backtest.SeriesFile;
import io.wattline.database.Database;
import io.wattline.database.DatabaseUrl;
import io.wattline.database.Migration;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How often the forecasts are right, over planted faults of a year and over gaps of recorded series. */
@Command(name = "bench/forecasts", mixinStandardHelpOptions = true,
        description = "Walks forward through a year of planted faults, and scores the forecasts as Wattline does.")
public final class ForecastBench implements Callable<Integer> {

    private static final String NAME = "forecasts";

    @Option(names = "--gateways", defaultValue = "100", description = "default ${DEFAULT-VALUE}")
    private int gateways;
    @Option(names = "--days", defaultValue = "365", description = "default ${DEFAULT-VALUE}")
    private int days;
    @Option(names = "--seed", defaultValue = "1", description = "default ${DEFAULT-VALUE}")
    private long seed;
    @Option(names = "--warn-at", defaultValue = "50", description = "as forecasts.warn-at; default ${DEFAULT-VALUE}")
    private int warnAt;
    @Option(names = "--only", description = "gateway, month, clock, full, backlog or late")
    private String only;
    @Option(names = "--reliability", description = "also what was said and what happened, in ten bins")
    private boolean reliability;
    @Option(names = "--data", description = "series whose gaps are replayed: JSON or CSV, see docs/anomalies.md")
    private Path data;
    @Option(names = "--zone", defaultValue = "UTC", description = "of a CSV file; default ${DEFAULT-VALUE}")
    private String zone;
    @Option(names = "--work", hidden = true, required = true)
    private Path work;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ForecastBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (Postgres server = Postgres.start(work.resolve("postgres"))) {
            server.create(NAME, null);
            Migration.run(Database.direct(DatabaseUrl.parse(server.url(NAME)), Duration.ofSeconds(30), NAME), "public");
            server.execute(NAME, "insert into organizations (organization_id, organization_name) "
                    + "select s::text, s::text from generate_series(0, " + gateways + ") as s");
            System.out.println("| what | forecasts | events | skill: base rate | persistence | line | in 80 % | days "
                    + "that warn came true | precision: 24 h | 72 h | 168 h | recall 72 h | false a site, month | "
                    + "muted |");
            System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
            ForecastLedger ledger = new ForecastLedger(server, NAME, warnAt / 100.0);
            if (data == null) {
                planted(ledger);
            } else {
                recorded(ledger);
            }
        }
        return 0;
    }

    private void planted(ForecastLedger ledger) throws SQLException {
        ForecastReplay replay = new ForecastReplay(ledger, days);
        if (isAsked("gateway")) {
            for (ForecastWorld.Faults faults : ForecastWorld.Faults.values()) {
                replay.gateways(new ForecastWorld(gateways, days, seed, faults));
                ledger.print("gateway, " + faults.name().toLowerCase(java.util.Locale.ROOT), "gateway", reliability);
            }
        }
        ForecastWorld world = new ForecastWorld(gateways, days, seed, ForecastWorld.Faults.ALL).withOthers();
        if (isAsked("month")) {
            replay.months(world.losses);
            ledger.print("month", "month", reliability);
        }
        if (isAsked("clock")) {
            replay.trends(world.clocks, io.wattline.forecast.method.ForecastKind.CLOCK);
            ledger.print("clock", "clock", reliability);
        }
        if (isAsked("full")) {
            replay.trends(world.levels, io.wattline.forecast.method.ForecastKind.FULL);
            ledger.print("full", "full", reliability);
        }
        if (isAsked("backlog")) {
            for (int i = 0; i < gateways; i++) {
                replay.backlog(world.backlog(i), i);
            }
            ledger.print("backlog", "backlog", reliability);
        }
        if (isAsked("late")) {
            replay.late(world.late);
            ledger.print("late", "late", reliability);
        }
    }

    private void recorded(ForecastLedger ledger) throws SQLException {
        List<BacktestSeries> series = SeriesFile.read(data, ZoneId.of(zone));
        RecordedLosses losses = new RecordedLosses(series);
        new ForecastReplay(ledger, losses.days()).from(losses.first()).months(losses.histories());
        ledger.print("month, recorded gaps", "month", reliability);
    }

    private boolean isAsked(String kind) {
        return only == null || only.equals(kind);
    }
}
