package io.wattline.backfill;

import io.wattline.reading.ChannelPoll;
import io.wattline.reading.DueChannel;
import io.wattline.reading.PollScheduler;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The workers of this process. A window is read like a poll, but it changes nothing that live polling remembers of the
 * channel ({@code poll_state}).
 */
public final class BackfillWorkers {

    private final PollScheduler scheduler;
    private final int workersMax;
    private final WindowStatements statements;
    private final Set<BackfillWorker> working = new LinkedHashSet<>();

    /** @param workersMax how many windows this process reads at once */
    BackfillWorkers(PollScheduler scheduler, int workersMax, WindowStatements statements) {
        this.scheduler = scheduler;
        this.workersMax = workersMax;
        this.statements = statements;
    }

    /**
     * Starts as many workers as are idle; each must be {@link #stop stopped}. Starts none while the process stops or
     * polling is paused.
     *
     * @param onlyJobId the job whose windows they read; null for any job
     */
    public synchronized List<BackfillWorker> start(Long onlyJobId) {
        List<BackfillWorker> started = IntStream.range(working.size(), workersMax)
                .mapToObj(index -> new BackfillWorker(onlyJobId))
                .filter(scheduler::enter)
                .toList();
        working.addAll(started);
        return started;
    }

    /** The worker is idle again. */
    public synchronized void stop(BackfillWorker worker) {
        working.remove(worker);
        scheduler.leave(worker);
    }

    /** Whether no worker of this process is working. */
    synchronized boolean areIdle() {
        return working.isEmpty();
    }

    /** Whether the worker claims another window. */
    public boolean continues(BackfillWorker worker) {
        return !worker.isDone() && scheduler.isOpen();
    }

    /** Whether this process has claims, which must be extended. */
    public boolean hasClaims() {
        return windows().length > 0;
    }

    private synchronized Long[] windows() {
        return working.stream().map(BackfillWorker::windowId).flatMap(Optional::stream).toArray(Long[]::new);
    }

    /** Parameters of {@code db/sql/backfill-renew.sql}. */
    public Map<String, Object> claims() {
        return statements.renew(windows());
    }

    /** Parameters of {@code db/sql/backfill-claim.sql}. */
    public Map<String, Object> claim(BackfillWorker worker) {
        return statements.claim(worker.onlyJobId());
    }

    /** Gives the worker the claimed row, if there is one; whether there is. */
    public boolean claimed(BackfillWorker worker, Map<String, Object> row) {
        worker.claimed(row);
        return row != null;
    }

    /** Whether the claimed window is the first of its job for this worker. */
    public boolean needsRun(BackfillWorker worker) {
        return worker.needsRun();
    }

    /** The run of the job has begun. */
    public void began(BackfillWorker worker, long runId) {
        worker.began(runId);
    }

    /** The claimed window as a poll that moves no cursor. */
    public ChannelPoll poll(BackfillWorker worker) {
        worker.reads(scheduler.begin(new DueChannel(worker.row(), worker.runId())));
        return worker.poll();
    }

    /**
     * Parameters of {@code db/sql/backfill-finish.sql}.
     *
     * @param thrown what was caught last while the window was read; it counts only where the poll has failed
     */
    public Map<String, Object> finish(BackfillWorker worker, Throwable thrown) {
        WindowOutcome outcome = WindowOutcome.of(worker.poll(), thrown);
        if (outcome.isWaiting()) {
            worker.end();
        }
        return statements.finish(worker, outcome);
    }

    /** The outcome of the window is recorded; whether its job has ended with it. */
    public boolean finished(BackfillWorker worker, boolean jobOver) {
        worker.finished();
        return jobOver;
    }

    /** Ends the worker after a breakdown that no window caused. Its claim expires, and the window is read later. */
    public void giveUp(BackfillWorker worker) {
        worker.end();
    }
}
