package io.wattline.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.wattline.anomaly.AnomalyBook;
import io.wattline.anomaly.AnomalyReport;
import io.wattline.anomaly.AnomalyRun;
import io.wattline.anomaly.AnomalySearch;
import io.wattline.database.Database;
import io.wattline.database.DatabaseUrl;
import io.wattline.database.Migration;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long the first search for anomalies and a nightly one take, with the database. */
@Command(name = "bench/anomalies-database", mixinStandardHelpOptions = true,
        description = "The first search for anomalies and nightly ones, over synthetic channels of 15 minutes.")
public final class AnomalyDatabaseBench implements Callable<Integer> {

    private static final String NAME = "anomalies";
    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");
    private static final int MORE_DAYS = 4;

    @Option(names = "--channels", defaultValue = "100", description = "default ${DEFAULT-VALUE}")
    private int channels;
    @Option(names = "--days", defaultValue = "730", description = "of history; default ${DEFAULT-VALUE}")
    private int days;
    @Option(names = "--config", hidden = true, required = true)
    private Path config;
    @Option(names = "--work", hidden = true, required = true)
    private Path work;
    private Postgres postgres;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new AnomalyDatabaseBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (Postgres server = Postgres.start(work.resolve("postgres"))) {
            postgres = server;
            System.out.println(server.description());
            server.create(NAME, null);
            Migration.run(Database.direct(DatabaseUrl.parse(server.url(NAME)), Duration.ofSeconds(30), NAME), "public");
            postgres.execute(NAME, "insert into channels (channel_id, channel_name, interval_seconds) "
                    + "select c, 'channel ' || c, 900 from generate_series(1, " + channels + ") c");
            fill(0, days);
            postgres.execute(NAME, "vacuum analyze readings");
            postgres.settle();
            HikariConfig pool = new HikariConfig();
            pool.setDataSource(Database.direct(DatabaseUrl.parse(server.url(NAME)), Duration.ofSeconds(30), NAME));
            pool.setMaximumPoolSize(2);
            try (HikariDataSource database = new HikariDataSource(pool)) {
                measure(database);
            }
        }
        return 0;
    }

    /** Buildings: base load, working hours from 7 to 17 on weekdays, noise. */
    private void fill(int from, int to) throws SQLException {
        postgres.execute(NAME, """
                insert into readings (channel_id, "timestamp", energy_kwh, power_kw)
                select c, t, kw / 4, kw from generate_series(1, %1$d) c,
                  generate_series('%2$s'::timestamptz + interval '%3$d days',
                    '%2$s'::timestamptz + interval '%4$d days' - interval '15 minutes', '15 minutes') t
                cross join lateral (select (2 + c %% 7 + case when extract(isodow from t at time zone 'UTC') < 6
                  and extract(hour from t at time zone 'UTC') between 7 and 16 then 5 + c %% 31 else 0 end)
                  * (0.95 + 0.1 * random()) as kw) v
                """.formatted(channels, FIRST, from, to));
    }

    private void measure(HikariDataSource database) throws SQLException {
        search("first search", database, days + 1);
        for (int night = 1; night <= MORE_DAYS; night++) {
            fill(days + night - 1, days + night);
            search("nightly search " + night, database, days + 1 + night);
        }
        postgres.execute(NAME, "update readings set energy_kwh = 99, power_kw = 396 where channel_id <= 10 "
                + "and \"timestamp\" = '" + FIRST.plus(Duration.ofDays(days - 20)) + "'");
        search("a late day of 10 channels", database, days + 1 + MORE_DAYS);
        System.out.println("checkpoints: " + postgres.text(NAME, "select count(*) || ', ' "
                + "|| pg_size_pretty(pg_total_relation_size('anomaly_checkpoints')) from anomaly_checkpoints"));
    }

    private void search(String what, HikariDataSource database, int day) {
        Clock clock = Clock.fixed(FIRST.plus(Duration.ofDays(day)).plus(Duration.ofHours(4)), ZoneOffset.UTC);
        AnomalySearch search = new AnomalySearch(AnomalyBook.read(config), database, clock);
        long start = System.nanoTime();
        double before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
        long[] heap = {0};
        AnomalyRun run = search.open(new AnomalyRun(List.of(), (done, of) ->
                heap[0] = Math.max(heap[0], Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory())));
        search.tasks(run, 1).forEach(search::judge);
        double seconds = (System.nanoTime() - start) / 1e9;
        AnomalyReport report = search.report(run);
        double cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9 - before;
        System.out.printf("%-28s %8.2f s, %.2f s of the processor in Wattline   "
                + "%d new, %d changed, heap at most %d MiB%n", what, seconds, cpu, report.opened(),
                report.changed(), heap[0] >> 20);
    }
}
