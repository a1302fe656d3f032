package io.wattline.bench;

import io.wattline.database.Database;
import io.wattline.database.DatabaseUrl;
import io.wattline.database.Migration;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Figures and views of quality over many readings: what a refresh after a poll takes, and what dashboards wait for. */
@Command(name = "bench/quality", mixinStandardHelpOptions = true, description = "Measures refresh "
        + "and views of quality.")
public final class QualityBench implements Callable<Integer> {

    private static final String DATABASE = "quality";
    private static final int TIMES = 11;
    private static final int CHANNELS_OF_A_SITE = 20;

    @Option(names = "--channels", defaultValue = "100", description = "of 96 readings a day; default ${DEFAULT-VALUE}")
    private int channels;
    @Option(names = "--days", defaultValue = "1042", description = "of history; default ${DEFAULT-VALUE}")
    private int days;
    @Option(names = "--look", description = "wait afterwards until standard input ends, so that plans can be looked at")
    private boolean look;
    @Option(names = "--work", hidden = true, required = true)
    private Path work;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new QualityBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (Postgres postgres = Postgres.start(work.resolve("postgres"))) {
            postgres.create(DATABASE, null);
            Migration.run(
                    Database.direct(DatabaseUrl.parse(postgres.url(DATABASE)), Duration.ofSeconds(30), "bench"),
                    "public");
            try (Connection connection = postgres.connection(DATABASE);
                    Statement statement = connection.createStatement()) {
                fill(statement);
                postgres.settle();
                System.out.printf("%s; %s readings, %s channel days%n%n| what | fastest ms of %d | median ms | "
                        + "slowest ms |%n|---|---|---|---|%n", postgres.description(),
                        text(statement, "select count(*) from readings"), text(statement, "select count(*) "
                                + "from channel_day_quality"), TIMES);
                refreshes(statement);
                for (Map.Entry<String, String> query : queries().entrySet()) {
                    report(query.getKey(), times(statement, query.getValue()));
                }
                new QualityCost(statement).measure();
                if (look) {
                    System.out.println("waits at " + postgres.url(DATABASE));
                    System.in.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
        return 0;
    }

    private void fill(Statement statement) throws SQLException {
        statement.execute("insert into organizations (organization_id, organization_name, timezone) "
                + "select n::text, 'Site ' || n, (array['America/New_York', 'Europe/Berlin', 'Asia/Kolkata'])[1 + n % "
                + "3]"
                + " from generate_series(1, %d) n".formatted((channels + CHANNELS_OF_A_SITE - 1) / CHANNELS_OF_A_SITE));
        statement.execute(("insert into channels (channel_id, channel_name, organization_id, created_at) "
                + "select n, 'Channel ' || n, ((n - 1) / %d + 1)::text, now() - interval '%d days'"
                + " from generate_series(1, %d) n").formatted(CHANNELS_OF_A_SITE, days, channels));
        statement.execute("insert into poll_state (channel_id, cursor, last_success_at) "
                + "select channel_id, now(), now() from channels; insert into runs (kind) values ('poll')");
        // every foreign key is known to hold, and the days are made at once below
        statement.execute("set session_replication_role = replica");
        for (int channel = 1; channel <= channels; channel++) {
            statement.execute(("insert into readings (channel_id, \"timestamp\", energy_kwh, power_kw, voltage_v, "
                    + "current_a, power_factor, data_quality, quality_method, run_id, created_at)"
                    + " select %d, slot, 2.5 + random(), 10 + 4 * random(), 230 + random(), 40, 0.95, case when "
                    + "random() < 0.01 then 'suspect' else 'measured' end, null, 1, slot + interval '20 minutes'"
                    + " from generate_series(date_trunc('day', now(), 'UTC') - interval '%d days', now() - interval "
                    + "'20 minutes', interval '15 minutes') slot where random() < 0.99").formatted(channel, days));
        }
        statement.execute(("insert into ingestion_logs (organization_id, channel_id, start_time, end_time, run_id, "
                + "request) select organization_id, channel_id, at, at + interval '7 days', 1, 'GET'"
                + " from channels, generate_series(date_trunc('day', now(), 'UTC') - interval '%d days', now(), "
                + "interval '7 days') at")
                        .formatted(days));
        statement.execute("set session_replication_role = origin");
        statement.execute(("insert into dead_letters (channel_id, reading_timestamp, stage, rule, reason, payload, "
                + "status) select 1 + n %% %d, now() - n * interval '5 minutes', 'validate', 'power-range', 'x',"
                + " jsonb_build_object('n', n), case when n %% 10 = 0 then 'open' else 'replayed' end "
                + "from generate_series(1, 100000) n").formatted(channels));
        statement.execute(("insert into data_gaps (channel_id, gap_start, gap_end, reason, missing_slots) "
                + "select 1 + n %% %d, now() - n * interval '1 hour', now() - n * interval '1 hour' + interval '45 "
                + "minutes',"
                + " 'no_data_from_source', 3 from generate_series(1, 10000) n").formatted(channels));
        statement.execute("truncate channel_day_queue; insert into channel_day_queue (channel_id, changed_from, "
                + "changed_to) select channel_id, min(\"timestamp\"), max(\"timestamp\") from readings group by 1");
        statement.execute("analyze");
        long start = System.nanoTime();
        statement.execute("select refresh_touched_days(now())");
        System.out.printf("all days from nothing: %.1f s%n", (System.nanoTime() - start) / 1e9);
        statement.execute("refresh materialized view v_ingestion_quality");
        statement.execute("vacuum analyze");
    }

    /** As after a poll: every channel has one reading more, and one of the look-back has been corrected. */
    private void refreshes(Statement statement) throws SQLException {
        long[] days = new long[TIMES];
        long[] views = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            statement.execute("insert into readings (channel_id, \"timestamp\", energy_kwh, power_kw) "
                    + "select channel_id, max(\"timestamp\") + interval '15 minutes', 1, 4 from readings"
                    + " where \"timestamp\" > now() - interval '1 day' group by 1");
            statement.execute("update readings set energy_kwh = energy_kwh + 0.001 "
                    + "where \"timestamp\" = (select max(\"timestamp\") - interval '1 hour' from readings)");
            days[i] = nanos(statement, "select refresh_touched_days(now())");
            views[i] = nanos(statement, "refresh materialized view concurrently v_ingestion_quality");
        }
        report("refresh after a poll of all channels: their days", days);
        report("refresh after a poll of all channels: v_ingestion_quality, concurrently", views);
    }

    private static Map<String, String> queries() {
        Map<String, String> queries = new LinkedHashMap<>();
        queries.put("v_ingestion_quality, last 7 days of all channels", "select * from v_ingestion_quality "
                + "where date > current_date - 7");
        queries.put("v_channel_health, all channels", "select * from v_channel_health");
        queries.put("v_data_quality_scorecard, last 30 days of all sites", "select * from v_data_quality_scorecard "
                + "where date > current_date - 30");
        queries.put("v_null_rates, last 7 days of all channels", "select * from v_null_rates "
                + "where date > current_date - 7");
        queries.put("v_rejection_summary, a channel", "select * from v_rejection_summary where channel_id = 7");
        queries.put("v_gap_summary, all channels", "select * from v_gap_summary");
        queries.put("v_ingestion_freshness, all channels", "select * from v_ingestion_freshness");
        queries.put("v_daily_energy, a site's last 31 days", "select * from v_daily_energy "
                + "where organization_id = '2' and date > current_date - 31");
        queries.put("v_monthly_energy, a site's last 12 months", "select * from v_monthly_energy "
                + "where organization_id = '2' and month > current_date - 365");
        queries.put("v_hourly_energy, a channel's last 7 days", "select * from v_hourly_energy where channel_id = 7 "
                + "and date > current_date - 7");
        queries.put("v_hourly_energy, a site's yesterday", "select * from v_hourly_energy where organization_id = '2' "
                + "and date = current_date - 1");
        queries.put("v_lineage, a channel's yesterday", "select * from v_lineage where channel_id = 7 "
                + "and \"timestamp\" >= current_date - 1 and \"timestamp\" < current_date");
        return queries;
    }

    private static long[] times(Statement statement, String sql) throws SQLException {
        long[] times = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            times[i] = nanos(statement, sql);
        }
        return times;
    }

    private static long nanos(Statement statement, String sql) throws SQLException {
        long start = System.nanoTime();
        if (statement.execute(sql)) {
            try (ResultSet rows = statement.getResultSet()) {
                while (rows.next()) {
                    rows.getObject(1);
                }
            }
        }
        return System.nanoTime() - start;
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void report(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                "| %s | %.0f | %.0f | %.0f |%n",
                what, nanos[0] / 1e6, nanos[nanos.length / 2] / 1e6, nanos[nanos.length - 1] / 1e6);
    }
}
