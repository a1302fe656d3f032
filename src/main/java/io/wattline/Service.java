package io.wattline;

import io.wattline.deadletter.Replay;
import io.wattline.estimation.EstimationReport;
import java.util.List;
import java.util.function.Consumer;

/** Wattline at work: routes, pool and API client. {@link #close} finishes the batches in hand, within 10 s, and may be called twice and from any thread. */
public interface Service extends AutoCloseable {

    /** Returns when the service has stopped: by {@link #close}, or by itself. */
    void waitUntilStopped() throws InterruptedException;

    /** Metadata, then readings, once. Failures of single channels are part of the result; an exception means that nothing could be done. */
    SyncResult sync(SyncRequest request, Consumer<Progress> progress);

    /** The way by which a dead letter goes through the pipeline again. */
    Replay replay();

    /**
     * Estimates now what the source has refused for good, also what could not be estimated a short while ago.
     *
     * @param channelIds empty for all
     * @param dryRun     the source is asked, nothing is written
     */
    EstimationReport estimate(List<Integer> channelIds, boolean dryRun, Consumer<Progress> progress);

    @Override
    void close();
}
