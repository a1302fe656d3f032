package io.wattline.backfill;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Keeps the workers of this process at a job and tells how far it is; other processes may read windows of it meanwhile. */
public final class BackfillWatch {

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Backfills backfills;
    private final LongConsumer work;
    private final Duration life;

    /**
     * @param work sets idle workers to work for a job, and prolongs what they have in hand
     * @param life how often it must be called, at the least
     */
    public BackfillWatch(Backfills backfills, LongConsumer work, Duration life) {
        this.backfills = backfills;
        this.work = work;
        this.life = life;
    }

    /**
     * Returns when the job is over, when somebody has paused it, or when {@code stop} says so.
     *
     * @param progress hears of it a few times a second
     */
    public BackfillJob await(long jobId, Consumer<BackfillJob> progress, BooleanSupplier stop) {
        long worked = System.nanoTime() - life.toNanos();
        while (true) {
            if (System.nanoTime() - worked >= life.toNanos()) {
                worked = System.nanoTime();
                work.accept(jobId);
            }
            BackfillJob job = backfills.find(jobId).orElseThrow();
            progress.accept(job);
            if (job.isOver() || job.state().equals("paused") || stop.getAsBoolean()) {
                return job;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
