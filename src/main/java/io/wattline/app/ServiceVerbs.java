package io.wattline.app;

import io.wattline.alert.AlertRow;
import io.wattline.anomaly.AnomalyReport;
import io.wattline.backfill.BackfillJob;
import io.wattline.backfill.Backfills;
import io.wattline.deadletter.Replay;
import io.wattline.discovery.Discovered;
import io.wattline.estimation.EstimationReport;
import io.wattline.quality.CheckReport;
import io.wattline.quality.CheckRequest;
import io.wattline.forecast.ForecastReport;
import io.wattline.reading.SyncRequest;
import io.wattline.reading.SyncResult;
import io.wattline.reconciliation.Reconciliations;
import io.wattline.report.ReportFigures;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.camel.ProducerTemplate;

/** What the command line asks of a service: each verb is the work of one module. */
abstract class ServiceVerbs implements Service {

    private final Modules modules;

    ServiceVerbs(Modules modules) {
        this.modules = modules;
    }

    Modules modules() {
        return modules;
    }

    /** Sends to the routes of the running context. */
    abstract ProducerTemplate template();

    @Override
    public SyncResult sync(SyncRequest request, Consumer<Progress> progress) {
        return modules.reading.sync(template(), request, step -> progress.accept(Progress.of(step)));
    }

    @Override
    public Replay replay() {
        return modules.deadLetters.replay(template());
    }

    @Override
    public Backfills backfills() {
        return modules.backfill.backfills();
    }

    @Override
    public Reconciliations reconciliations() {
        return modules.reconciliation.reconciliations();
    }

    @Override
    public BackfillJob backfill(long jobId, Consumer<BackfillJob> progress, BooleanSupplier stop) {
        return modules.backfill.work(template(), jobId, progress, stop);
    }

    @Override
    public CheckReport validate(CheckRequest request) {
        return modules.quality.validate(template(), request);
    }

    @Override
    public Discovered discover(Consumer<Progress> progress) {
        return modules.discovery.discover(template(), Progress.of("endpoints", progress));
    }

    @Override
    public void askOffers(Consumer<Progress> progress) {
        modules.discovery.askOffers(template(), Progress.of("channels", progress));
    }

    @Override
    public EstimationReport estimate(List<Integer> channelIds, boolean dryRun, Consumer<Progress> progress) {
        return modules.estimation.estimate(template(), channelIds, dryRun, Progress.of("gaps", progress));
    }

    @Override
    public AnomalyReport findAnomalies(List<Integer> channelIds, Consumer<Progress> progress) {
        return modules.anomalies.search(template(), channelIds, Progress.of("channels", progress));
    }

    @Override
    public ForecastReport makeForecasts() {
        return modules.forecasts.run(template());
    }

    @Override
    public List<AlertRow> checkAlerts() {
        return modules.alerts.check(template());
    }

    @Override
    public int sendReport(ReportFigures figures) {
        return modules.reports.send(template(), figures);
    }

    @Override
    public void testAlert(String channel) {
        modules.alerts.test(template(), channel);
    }
}
