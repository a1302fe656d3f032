package io.wattline.cli;

import io.wattline.app.Launcher;
import io.wattline.app.Progress;
import io.wattline.app.RunMode;
import io.wattline.app.Service;
import io.wattline.anomaly.AnomalyReport;
import io.wattline.backfill.BackfillJob;
import io.wattline.backfill.Backfills;
import io.wattline.database.Database;
import io.wattline.database.DatabaseSettings;
import io.wattline.database.DatabaseUrl;
import io.wattline.database.Migration;
import io.wattline.deadletter.Replay;
import io.wattline.estimation.EstimationReport;
import io.wattline.quality.CheckReport;
import io.wattline.quality.CheckRequest;
import io.wattline.reading.SyncRequest;
import io.wattline.reading.SyncResult;
import io.wattline.settings.Settings;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The command line with a service that stores a reading every tenth of a second, for a demo in this process or in one
 * of its own.
 */
final class DemoChild {

    private DemoChild() {
    }

    public static void main(String[] arguments) {
        Map<String, String> environment = Map.of("DEMO_DATABASE_PORT", "0", "WATTLINE_HTTP_PORT", "0");
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        System.exit(new Cli(
                        launcher(),
                        Path.of(System.getProperty("demo.home")),
                        environment,
                        out,
                        new PrintWriter(System.err, true),
                        false)
                .execute(arguments));
    }

    static Launcher launcher() {
        return new TestLauncher() {
            @Override
            public Service start(Settings settings, Clock clock, RunMode mode) {
                DatabaseUrl url = DatabaseUrl.parse(settings.of(DatabaseSettings.class).url().value());
                Migration.run(Database.direct(url, Duration.ofSeconds(30), "demo"), url.schema());
                PGSimpleDataSource database = new PGSimpleDataSource();
                database.setUrl(settings.of(DatabaseSettings.class).url().value());
                return new Storing(database, clock, super.start(settings, clock, mode));
            }
        };
    }

    private static final class Storing implements Service {

        private final PGSimpleDataSource database;
        private final Clock clock;
        private final Service rest;
        private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

        Storing(PGSimpleDataSource database, Clock clock, Service rest) {
            this.database = database;
            this.clock = clock;
            this.rest = rest;
            run("create table if not exists started (at timestamptz default now())");
            run("insert into channels (channel_id, channel_name) values (12, 'Main') on conflict do nothing; "
                    + "insert into poll_state (channel_id) values (12) on conflict do nothing");
            timer.scheduleAtFixedRate(this::store, 0, 100, TimeUnit.MILLISECONDS);
        }

        private void store() {
            run("insert into readings (channel_id, \"timestamp\", energy_kwh) values (12, '" + clock.instant()
                    + "', 1) on conflict do nothing; update poll_state set cursor = '" + clock.instant() + "'");
        }

        private void run(String sql) {
            try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }

        @Override
        public void waitUntilStopped() throws InterruptedException {
            rest.waitUntilStopped();
        }

        @Override
        public SyncResult sync(SyncRequest request, Consumer<Progress> progress) {
            return rest.sync(request, progress);
        }

        @Override
        public io.wattline.discovery.Discovered discover(Consumer<Progress> progress) {
            throw new UnsupportedOperationException("a demo does not discover");
        }

        @Override
        public AnomalyReport findAnomalies(List<Integer> channelIds, Consumer<Progress> progress) {
            throw new UnsupportedOperationException("no test asks for it");
        }

        @Override
        public io.wattline.forecast.ForecastReport makeForecasts() {
            throw new UnsupportedOperationException("no test asks for it");
        }

        @Override
        public void askOffers(Consumer<Progress> progress) {
            throw new UnsupportedOperationException("a demo does not ask");
        }

        @Override
        public Replay replay() {
            return rest.replay();
        }

        @Override
        public Backfills backfills() {
            return rest.backfills();
        }

        @Override
        public io.wattline.reconciliation.Reconciliations reconciliations() {
            throw new UnsupportedOperationException("No demo reconciles");
        }

        @Override
        public BackfillJob backfill(long jobId, Consumer<BackfillJob> progress, BooleanSupplier stop) {
            return rest.backfill(jobId, progress, stop);
        }

        @Override
        public java.util.List<io.wattline.alert.AlertRow> checkAlerts() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int sendReport(io.wattline.report.ReportFigures figures) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void testAlert(String channel) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CheckReport validate(CheckRequest request) {
            return rest.validate(request);
        }

        @Override
        public EstimationReport estimate(List<Integer> channelIds, boolean dryRun, Consumer<Progress> progress) {
            return rest.estimate(channelIds, dryRun, progress);
        }

        @Override
        public void close() {
            timer.shutdown();
            rest.close();
        }
    }
}
