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
 * Wattline at work: routes, pool and API client. {@link #close} finishes the batches in hand, within 10 s, and may be
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

    /** The way by which a dead letter goes through the pipeline again. */
    Replay replay();

    /** The backfill jobs of the database. */
    Backfills backfills();

    /** The reconciliations of the database. */
    Reconciliations reconciliations();

    /**
     * Works at a backfill job until it is over or paused, or until {@code stop} says so; then it stays open. Windows
     * that break down are part of the result.
     *
     * @param progress hears of it a few times a second
     */
    BackfillJob backfill(long jobId, Consumer<BackfillJob> progress, BooleanSupplier stop);

    /**
     * Evaluates all alert rules as far as the database knows, delivers what people must hear, and gives what is open.
     */
    List<AlertRow> checkAlerts();

    /** Sends a report to those whom {@code config/reports.yaml} names; returns how many entries of it fit. */
    int sendReport(ReportFigures figures);

    /** Sends a message about nothing by one way by which people are told; throws why it was not taken. */
    void testAlert(String channel);

    /** Checks what is stored against the rules of {@code config/quality.yaml}. */
    CheckReport validate(CheckRequest request);

    /**
     * Asks the source what it offers, and says what has changed since the last time. Goes on where one was cut off
     * within the last day.
     */
    Discovered discover(Consumer<Progress> progress);

    /** Asks the source by {@code OPTIONS} which fields each active channel offers, and remembers it. */
    void askOffers(Consumer<Progress> progress);

    /**
     * Estimates now what the source has refused for good, also what could not be estimated a short while ago.
     *
     * @param channelIds empty for all
     * @param dryRun     the source is asked, nothing is written
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
