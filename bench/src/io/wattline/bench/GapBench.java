package io.wattline.bench;

import io.wattline.database.Database;
import io.wattline.database.DatabaseUrl;
import io.wattline.database.Migration;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The search for gaps in a table of many readings, some of which are missing. */
@Command(name = "bench/gaps", mixinStandardHelpOptions = true, description = "Measures the search for gaps.")
public final class GapBench implements Callable<Integer> {

    private static final String NAME = "gaps";
    /**
     * As the settings have them: a history longer than the table, a slot is missed 17 minutes after its end, asked for
     * again after an hour.
     */
    private static final String LENGTHS = "interval '20 years', interval '17 minutes', interval '1 hour')";
    private static final String FIRST = "timestamptz '2023-01-01Z'";

    @Option(names = "--channels", defaultValue = "100", description = "default ${DEFAULT-VALUE}")
    private int channels;
    @Option(names = "--slots", defaultValue = "100000", description = "a channel, of 15 minutes; default "
            + "${DEFAULT-VALUE}")
    private int slots;
    @Option(names = "--work", hidden = true, required = true)
    private Path work;
    private Postgres postgres;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new GapBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (Postgres server = Postgres.start(work.resolve("postgres"))) {
            postgres = server;
            System.out.println(server.description());
            server.create(NAME, null);
            Migration.run(Database.direct(DatabaseUrl.parse(server.url(NAME)), Duration.ofSeconds(30), NAME), "public");
            fill();
            measure();
        }
        return 0;
    }

    /**
     * Of 2,000 slots one is missing by itself, and every channel lacks a day in about every two months; logs of a year
     * of polls.
     */
    private void fill() throws SQLException {
        postgres.execute(
                NAME,
                """
                insert into channels (channel_id, channel_name, interval_seconds, installed_at)
                  select c, 'channel ' || c, 900, %3$s from generate_series(1, %1$d) c;
                insert into poll_state (channel_id) select channel_id from channels;
                set session_replication_role = replica;
                insert into readings (channel_id, "timestamp", energy_kwh, power_kw, voltage_v, current_a, power_factor)
                  select c, %3$s + s * interval '15 minutes', s %% 97 * 0.1, s %% 97 * 0.4, 230, s %% 31, 0.9
                    from generate_series(1, %1$d) c, generate_series(0, %2$d - 1) s
                  where (s * 7919 + c * 104729) %% 2000 <> 0 and (s / 96 * 31 + c * 17) %% 61 <> 0;
                insert into ingestion_logs (organization_id, channel_id, start_time, end_time)
                  select 'x', c, %3$s, %3$s + %2$d * interval '15 minutes' - interval '1 year'
                    from generate_series(1, %1$d) c;
                insert into ingestion_logs (organization_id, channel_id, start_time, end_time)
                  select 'x', c, %3$s + s * interval '15 minutes' - interval '2 hours',
                    %3$s + s * interval '15 minutes'
                    from generate_series(1, %1$d) c, generate_series(%2$d - 365 * 96, %2$d - 1) s;
                """
                        .formatted(channels, slots, FIRST));
        postgres.execute(NAME, "vacuum analyze readings");
        postgres.execute(NAME, "vacuum analyze ingestion_logs");
        postgres.settle();
        System.out.printf(
                "%s readings, %s rows of ingestion_logs, %s%n",
                postgres.text(NAME, "select count(*) " + "from readings"),
                postgres.text(NAME, "select count(*) from ingestion_logs"),
                postgres.text(NAME, "select pg_size_pretty(pg_database_size(current_database()))"));
    }

    private void measure() throws SQLException {
        time("first search of everything", "select * from find_new_gaps(" + at(0) + ", '0', " + LENGTHS);
        time(
                "everything again",
                "select * from find_gaps(" + FIRST + ", " + at(0) + ", null, " + at(0) + ", " + LENGTHS);
        for (int quarter = 1; quarter <= 5; quarter++) {
            postgres.execute(NAME, ("insert into readings (channel_id, \"timestamp\", energy_kwh) "
                    + "select channel_id, %1$s - interval '15 minutes', 1 from channels where channel_id %% 20 <> 0; "
                    + "insert into ingestion_logs (organization_id, channel_id, start_time, end_time) "
                    + "select 'x', channel_id, %1$s - interval '2 hours', %1$s from channels")
                    .formatted(at(quarter)));
            time(
                    "what is new after " + 15 * quarter + " minutes",
                    "select * from find_new_gaps(" + at(quarter) + ", '0', " + LENGTHS);
        }
        time("what is new, and 35 days again", "select * from find_new_gaps(" + at(6) + ", '35 days', " + LENGTHS);
        System.out.println("open gaps: " + postgres.text(NAME, "select count(*) || ', ' || sum(missing_slots) || ' "
                + "readings missing' from data_gaps where closed_at is null"));
        // as literals, or PostgreSQL does not look into the function
        String ids = postgres.text(NAME, "select quote_literal(array_agg(channel_id)) from channels");
        String looked = postgres.text(
                NAME,
                "select quote_literal(array_agg(tstzmultirange(tstzrange(" + at(6) + " - interval '35 days', " + at(6)
                        + ")))) from channels");
        explain("select * from missing_spans(" + ids + ", " + looked + ", " + at(6) + ", interval '17 minutes')");
    }

    /** So many quarters of an hour after the last slot has ended. */
    private String at(int quarters) {
        return "(" + FIRST + " + " + (slots + quarters) + " * interval '15 minutes')";
    }

    private void time(String what, String sql) throws SQLException {
        long start = System.nanoTime();
        String found =
                postgres.text(NAME, "select opened || ' new, ' || filled || ' filled' from (" + sql + ") search");
        System.out.printf("%-32s %8.2f s   %s%n", what, (System.nanoTime() - start) / 1e9, found);
    }

    private void explain(String sql) throws SQLException {
        try (Connection connection = postgres.connection(NAME);
                Statement statement = connection.createStatement();
                ResultSet lines =
                        statement.executeQuery("explain (analyze, costs off, timing off, buffers off) " + sql)) {
            while (lines.next()) {
                System.out.println(lines.getString(1));
            }
        }
    }
}
