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

/**
 * A running Wattline: routes, pool and API client. {@link #close} finishes the current batches within 10 s. It may be
 * called twice and from any thread.
 */
public interface Service extends AutoCloseable {

    /** Returns when the service has stopped: by {@link #close}, or by itself. */
    void waitUntilStopped() throws InterruptedException;

    /**
     * Metadata, then readings, once. Failures of single channels are part of the result; an exception means that
     * nothing could be done.
     */
    SyncResult sync(SyncRequest request, Consumer<Progress> progress);

    /** Sends a dead letter through the pipeline again. */
    Replay replay();

    /** The backfill jobs of the database. */
    Backfills backfills();

    /** The reconciliations of the database. */
    Reconciliations reconciliations();

    /**
     * Works on a backfill job until it is over or paused, or until {@code stop} returns true; then the job stays open.
     * Failed windows are part of the result.
     *
     * @param progress is called a few times a second
     */
    BackfillJob backfill(long jobId, Consumer<BackfillJob> progress, BooleanSupplier stop);

    /**
     * Evaluates all alert rules that need only the database, delivers the messages, and returns the open alerts.
     */
    List<AlertRow> checkAlerts();

    /** Sends a report to those whom {@code config/reports.yaml} names; returns how many entries of it fit. */
    int sendReport(ReportFigures figures);

    /** Sends a test message to one notification channel; throws the reason where it was not accepted. */
    void testAlert(String channel);

    /** Checks what is stored against the rules of {@code config/quality.yaml}. */
    CheckReport validate(CheckRequest request);

    /**
     * Discovers what the source offers and what has changed since the last discovery. Continues one that was
     * interrupted within the last day.
     */
    Discovered discover(Consumer<Progress> progress);

    /** Reads with {@code OPTIONS} which fields each active channel offers, and stores them. */
    void askOffers(Consumer<Progress> progress);

    /**
     * Estimates readings that the source has refused for good, also those that could not be estimated recently.
     *
     * @param channelIds empty for all
     * @param dryRun     requests go to the source, nothing is written
     */
    EstimationReport estimate(List<Integer> channelIds, boolean dryRun, Consumer<Progress> progress);

    /**
     * Looks for anomalies now, in days that are new or have changed.
     *
     * @param channelIds empty for all
     */
    AnomalyReport findAnomalies(List<Integer> channelIds, Consumer<Progress> progress);

    /** Settles the forecasts whose time is over, and makes those that are due. */
    ForecastReport makeForecasts();

    @Override
    void close();
}
