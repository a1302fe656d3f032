package io.wattline.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.audit.AuditLog;
import io.wattline.database.Database;
import io.wattline.database.DatabaseUrl;
import io.wattline.database.Migration;
import io.wattline.http.ApiDocument;
import io.wattline.http.ApiRequest;
import io.wattline.http.ApiResponse;
import io.wattline.http.ChannelHandler;
import io.wattline.export.RunningExports;
import io.wattline.http.CsvExports;
import io.wattline.http.GradeCache;
import io.wattline.http.GradedListHandler;
import io.wattline.http.HttpApi;
import io.wattline.http.OperationHandler;
import io.wattline.http.Overview;
import io.wattline.http.ReadingsHandler;
import io.wattline.http.SqlHandler;
import io.wattline.quality.QualityStandard;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine;

/**
 * How long the dashboard waits: the requests of its pages, from arguments to JSON, over many readings; and the speed of
 * an export.
 */
@Command(name = "bench/http", mixinStandardHelpOptions = true, description = "Measures the responses of the HTTP API.")
public final class HttpBench implements Callable<Integer> {

    private static final String DATABASE = "http";
    private static final int TIMES = 21;
    private static final int CHANNELS_OF_A_SITE = 20;
    /** 16 readings a day: ten million are two years of a thousand channels. */
    private static final int INTERVAL_SECONDS = 5_400;
    private static final Map<String, String> UNITS = Map.of("energy_kwh", "kWh", "power_kw", "kW");

    @Option(names = "--channels", defaultValue = "1000", description = "of 16 readings a day; default ${DEFAULT-VALUE}")
    private int channels;
    @Option(names = "--days", defaultValue = "730", description = "of history; default ${DEFAULT-VALUE}")
    private int days;
    @Option(names = "--work", hidden = true, required = true)
    private Path work;
    @Option(names = "--project", hidden = true, required = true)
    private Path project;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new HttpBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (Postgres postgres = Postgres.start(work.resolve("postgres"))) {
            postgres.create(DATABASE, null);
            DatabaseUrl url = DatabaseUrl.parse(postgres.url(DATABASE));
            Migration.run(Database.direct(url, Duration.ofSeconds(30), "bench"), "public");
            try (Connection connection = postgres.connection(DATABASE);
                    Statement statement = connection.createStatement()) {
                fill(statement);
            }
            postgres.settle();
            try (HikariDataSource database = Database.open(url, 4, Duration.ofSeconds(30), "bench")) {
                measure(api(database), postgres.description());
            }
            new FirstPaint(project, work).measure(postgres.url(DATABASE), Math.min(700, channels));
        }
        return 0;
    }

    private HttpApi api(HikariDataSource database) throws IOException {
        ApiDocument document = ApiDocument.read();
        Clock clock = Clock.systemUTC();
        CsvExports exports = new CsvExports(database, UNITS, new RunningExports(2));
        SqlHandler sql = new SqlHandler(database, exports, clock);
        QualityStandard standard = QualityStandard.parse("config/quality.yaml",
                Files.readString(project.resolve("config/quality.yaml")));
        GradeCache grades = new GradeCache(database, standard, clock);
        Overview.Process process = new Overview.Process("bench", "bench", false,
                () -> new Overview.State("CLOSED", "responding", false, 0, List.of()));
        Map<String, OperationHandler> handlers = Map.of(
                "overview", new Overview(sql, document, process, clock),
                "channels", GradedListHandler.channels(sql, grades),
                "sites", GradedListHandler.sites(sql, grades),
                "channel", new ChannelHandler(sql, grades, UNITS),
                "readings", new ReadingsHandler(sql, UNITS, exports, clock));
        return new HttpApi(document, handlers, sql, new AuditLog(database, clock), clock);
    }

    private void fill(Statement statement) throws SQLException {
        statement.execute("insert into organizations (organization_id, organization_name, timezone) "
                + "select n::text, 'Site ' || n, (array['America/New_York', 'Europe/Berlin', 'Asia/Kolkata'])[1 + n % "
                + "3]"
                + " from generate_series(1, %d) n".formatted((channels + CHANNELS_OF_A_SITE - 1) / CHANNELS_OF_A_SITE));
        statement.execute(("insert into channels (channel_id, channel_name, organization_id, interval_seconds, "
                        + "installed_at, created_at) select n, 'Channel ' || n, ((n - 1) / %d + 1)::text, %d,"
                        + " now() - interval '%d days', now() - interval '%d days' from generate_series(1, %d) n")
                .formatted(CHANNELS_OF_A_SITE, INTERVAL_SECONDS, days, days, channels));
        statement.execute("insert into poll_state (channel_id, cursor, last_success_at, last_reading_at) "
                + "select channel_id, now(), now(), now() from channels; insert into runs (kind) select 'poll' "
                + "from generate_series(1, 500)");
        statement.execute("set session_replication_role = replica");
        for (int channel = 1; channel <= channels; channel++) {
            statement.execute(("insert into readings (channel_id, \"timestamp\", energy_kwh, power_kw, data_quality, "
                    + "run_id, created_at)"
                    + " select %d, slot, 2.5 + random(), 10 + 4 * random(), case when random() < 0.01 then 'suspect' "
                    + "else 'measured' end, 1, slot + interval '20 minutes'"
                    + " from generate_series(date_trunc('day', now(), 'UTC') - interval '%d days', now() - interval "
                    + "'%d seconds', interval '%d seconds') slot where random() < 0.99")
                    .formatted(channel, days, INTERVAL_SECONDS, INTERVAL_SECONDS));
        }
        statement.execute("insert into ingestion_logs (organization_id, channel_id, start_time, end_time, run_id, "
                + "request, readings_fetched, readings_inserted, readings_rejected, status)"
                + " select organization_id, channel_id, now() - n * interval '1 day', now() - (n - 1) * interval '1 "
                + "day', n, 'GET', 16, 16, 0, 'success' from channels, generate_series(1, 500) n");
        statement.execute("set session_replication_role = origin");
        statement.execute(("insert into dead_letters (channel_id, reading_timestamp, stage, rule, reason, payload, "
                + "status) select 1 + n %% %d, now() - n * interval '5 minutes', 'validate', 'power-range', 'x',"
                + " jsonb_build_object('n', n), case when n %% 10 = 0 then 'open' else 'replayed' end "
                + "from generate_series(1, 100000) n").formatted(channels));
        statement.execute(("insert into data_gaps (channel_id, gap_start, gap_end, reason, missing_slots) "
                + "select 1 + n %% %d, now() - n * interval '1 hour', now() - n * interval '1 hour' + interval '45 "
                + "minutes',"
                + " 'no_data_from_source', 3 from generate_series(1, 10000) n").formatted(channels));
        statement.execute("insert into channel_day_queue (channel_id, changed_from, changed_to) "
                + "select channel_id, min(\"timestamp\"), max(\"timestamp\") from readings group by 1");
        statement.execute("analyze");
        statement.execute("select refresh_touched_days(now())");
        statement.execute("vacuum analyze");
    }

    private void measure(HttpApi api, String machine) throws Exception {
        System.out.printf("%s; %d channels, %d days%n%n| request | fastest ms of %d | median ms | slowest ms "
                + "|%n|---|---|---|---|%n", machine, channels, days, TIMES);
        for (Map.Entry<String, String> request : requests().entrySet()) {
            long[] nanos = new long[TIMES];
            for (int i = 0; i < TIMES; i++) {
                long start = System.nanoTime();
                request(api, request.getValue());
                nanos[i] = System.nanoTime() - start;
            }
            Arrays.sort(nanos);
            System.out.printf(
                    "| %s | %.0f | %.0f | %.0f |%n",
                    request.getKey(), nanos[0] / 1e6, nanos[TIMES / 2] / 1e6, nanos[TIMES - 1] / 1e6);
        }
        long start = System.nanoTime();
        long bytes = request(
                api,
                "/api/daily-energy?format=csv&start=" + LocalDate.now().minusDays(days) + "&end="
                        + LocalDate.now().plusDays(2));
        System.out.printf(
                "%nexport of daily energy, all channels and days: %.1f s, %.0f MB%n",
                (System.nanoTime() - start) / 1e9, bytes / 1e6);
    }

    private Map<String, String> requests() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);
        String channel = "/api/channels/" + Math.min(700, channels);
        Map<String, String> requests = new LinkedHashMap<>();
        requests.put("overview", "/api/overview");
        requests.put("sites, 100", "/api/sites");
        requests.put("channels, first 100", "/api/channels");
        requests.put("channels, by part of the name", "/api/channels?q=7");
        requests.put("heat map, 30 days of 100 channels", "/api/heatmap");
        requests.put("a channel", channel);
        requests.put("its readings of a week", channel + "/readings" + range(now, 7));
        requests.put("its hours of a week", channel + "/readings" + range(now, 7) + "&step=hour");
        requests.put("its days of two years", channel + "/readings" + range(now, 730) + "&step=day");
        requests.put("its marks of a month", channel + "/marks" + range(now, 30));
        requests.put(
                "daily energy, a site's month",
                "/api/daily-energy?site=7&start="
                        + LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(31) + "&end="
                        + LocalDate.ofInstant(now, ZoneOffset.UTC));
        requests.put("dead letters, newest open 100", "/api/dead-letters?status=open");
        requests.put("dead letters by rule", "/api/dead-letters/rules");
        requests.put("gaps, newest open 100", "/api/gaps");
        requests.put("runs, newest 100", "/api/runs");
        requests.put("a run", "/api/runs/7");
        return requests;
    }

    private static String range(Instant now, int days) {
        return "?start=" + now.minus(Duration.ofDays(days)) + "&end=" + now;
    }

    private static long request(HttpApi api, String url) throws Exception {
        String[] parts = url.split("\\?", 2);
        ApiResponse response =
                api.respond(new ApiRequest("GET", parts[0], parts.length > 1 ? parts[1] : null, null, null));
        if (response.status() != 200) {
            throw new IllegalStateException(url + ": " + response.body());
        }
        if (response.body() instanceof InputStream stream) {
            try (stream) {
                return stream.transferTo(java.io.OutputStream.nullOutputStream());
            }
        }
        return response.body().toString().length();
    }
}
