package io.wattline.backfill;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Keeps the workers of this process at one job and reports its progress. Other processes may read windows of the job at
 * the same time.
 */
public final class BackfillJobRunner {

    private static final long PROGRESS_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Backfills backfills;
    private final LongConsumer work;
    private final BooleanSupplier idle;
    private final Duration every;

    /**
     * @param work  starts the idle workers for a job and extends the claims of this process
     * @param idle  whether no worker of this process is working
     * @param every how often {@code work} is called
     */
    public BackfillJobRunner(Backfills backfills, LongConsumer work, BooleanSupplier idle, Duration every) {
        this.backfills = backfills;
        this.work = work;
        this.idle = idle;
        this.every = every;
    }

    /**
     * Returns when the job is over, when somebody has paused it, or when {@code stop} says so. Before that it waits for
     * the workers of this process, since work follows the last window.
     *
     * @param progress called a few times a second
     */
    public BackfillJob await(long jobId, Consumer<BackfillJob> progress, BooleanSupplier stop) {
        BackfillJob job = awaitEnd(jobId, progress, stop);
        while (!idle.getAsBoolean() && !stop.getAsBoolean()) {
            LockSupport.parkNanos(PROGRESS_NANOS);
        }
        return job;
    }

    private BackfillJob awaitEnd(long jobId, Consumer<BackfillJob> progress, BooleanSupplier stop) {
        long worked = System.nanoTime() - every.toNanos();
        while (true) {
            if (System.nanoTime() - worked >= every.toNanos()) {
                worked = System.nanoTime();
                work.accept(jobId);
            }
            BackfillJob job = backfills.find(jobId).orElseThrow();
            progress.accept(job);
            if (job.isOver() || job.state().equals("paused") || stop.getAsBoolean()) {
                return job;
            }
            LockSupport.parkNanos(PROGRESS_NANOS);
        }
    }
}
