package io.wattline.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.alert.AlertRow;
import io.wattline.app.Launcher;
import io.wattline.app.MigrationResult;
import io.wattline.app.Progress;
import io.wattline.app.RunMode;
import io.wattline.app.Service;
import io.wattline.anomaly.AnomalyReport;
import io.wattline.backfill.BackfillJob;
import io.wattline.backfill.Backfills;
import io.wattline.database.Database;
import io.wattline.database.DatabaseSettings;
import io.wattline.database.DatabaseUrl;
import io.wattline.deadletter.Replay;
import io.wattline.discovery.Discovered;
import io.wattline.estimation.EstimationReport;
import io.wattline.field.FieldCatalogue;
import io.wattline.lab.demo.Simulation;
import io.wattline.quality.CheckReport;
import io.wattline.quality.CheckRequest;
import io.wattline.reading.SyncRequest;
import io.wattline.reading.SyncResult;
import io.wattline.reading.Violation;
import io.wattline.reconciliation.Reconciliations;
import io.wattline.routes.Complaint;
import io.wattline.routes.Trial;
import io.wattline.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Launcher with a real pool on the database of the settings and a service that keeps dead letters of even number and
 * runs until it is closed.
 */
class TestLauncher implements Launcher {

    SyncRequest asked;
    CheckRequest checked;
    CheckReport report;
    RunMode mode;
    List<AlertRow> alerts = List.of();
    String tested;
    SyncResult result = new SyncResult(20, 40, 1000, 900, 60, 30, 10, List.of(), List.of());
    String estimated;
    EstimationReport estimates = new EstimationReport(false, null, Map.of(), List.of());
    final CountDownLatch started = new CountDownLatch(1);
    final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public HikariDataSource openDatabase(Settings settings) {
        return Database.open(
                DatabaseUrl.parse(settings.of(DatabaseSettings.class).url().value()),
                2,
                Duration.ofSeconds(30),
                "test");
    }

    @Override
    public MigrationResult migrate(Settings settings, HikariDataSource database) {
        return new MigrationResult(null, "4", 4, 303_484);
    }

    @Override
    public FieldCatalogue fields(Settings settings) {
        return FieldCatalogue.load(settings.home().resolve("config/fields.yaml"));
    }

    @Override
    public Service start(Settings settings, Clock clock, RunMode startMode) {
        mode = startMode;
        started.countDown();
        return new Running();
    }

    @Override
    public List<Complaint> checkRoutes(Settings settings, Map<Path, String> texts) {
        throw new UnsupportedOperationException("RoutesCheckTest has the real ones");
    }

    @Override
    public Trial tryRoutes(
            Settings settings,
            Map<Path, String> before,
            Map<Path, String> after,
            String databaseUrl,
            Consumer<Progress> progress) {
        throw new UnsupportedOperationException("RoutesTryTest has the real ones");
    }

    @Override
    public Simulation simulate(Settings settings, Clock clock) {
        return new Simulation() {
            @Override
            public java.util.List<String> act(java.time.Duration sinceFilled) {
                return java.util.List.of();
            }

            @Override
            public String url() {
                return "http://127.0.0.1:9/v1";
            }

            @Override
            public void close() {
                // Nothing runs.
            }
        };
    }

    volatile Discovered discovered = new Discovered(true, java.util.List.of(), java.util.List.of());

    private final class Running implements Service {

        @Override
        public void waitUntilStopped() throws InterruptedException {
            closed.await();
        }

        @Override
        public SyncResult sync(SyncRequest request, Consumer<Progress> progress) {
            asked = request;
            progress.accept(new Progress(1, 20, "channel 12"));
            return result;
        }

        @Override
        public Replay replay() {
            return letter -> letter.id() % 2 == 0
                    ? Replay.Outcome.kept()
                    : new Replay.Outcome(List.of(new Violation("power-range", "still 2000 kW")));
        }

        @Override
        public Backfills backfills() {
            throw new UnsupportedOperationException("BackfillCommandTest has the real ones");
        }

        @Override
        public Reconciliations reconciliations() {
            throw new UnsupportedOperationException("ReconcileCommandTest has the real ones");
        }

        @Override
        public BackfillJob backfill(long jobId, Consumer<BackfillJob> progress, BooleanSupplier stop) {
            throw new UnsupportedOperationException("BackfillCommandTest has the real ones");
        }

        @Override
        public List<AlertRow> checkAlerts() {
            return alerts;
        }

        @Override
        public int sendReport(io.wattline.report.ReportFigures figures) {
            return 1;
        }

        @Override
        public void testAlert(String channel) {
            tested = channel;
        }

        @Override
        public CheckReport validate(CheckRequest request) {
            checked = request;
            return report;
        }

        @Override
        public Discovered discover(Consumer<Progress> progress) {
            progress.accept(new Progress(1, 2, "endpoints"));
            return discovered;
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
            progress.accept(new Progress(1, 1, "channels"));
        }

        @Override
        public EstimationReport estimate(List<Integer> channelIds, boolean dryRun, Consumer<Progress> progress) {
            progress.accept(new Progress(1, 2, "gaps"));
            estimated = dryRun + " " + channelIds;
            return estimates;
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
