package io.wattline.backfill;

import io.wattline.gap.GapSettings;
import io.wattline.module.Beans;
import io.wattline.module.FeatureModule;
import io.wattline.module.Foundation;
import io.wattline.reading.PollScheduler;
import io.wattline.reading.PollSettings;
import io.wattline.source.Pace;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.apache.camel.ProducerTemplate;

/** Backfill: jobs that read again what is missing. */
public final class BackfillModule implements FeatureModule {

    /** How often a command starts idle workers; a running service does so at {@code backfill.look.cron}. */
    private static final Duration WORK_EVERY = Duration.ofSeconds(1);

    private final int workersMax;
    private final long paceMillis;
    private final Backfills backfills;
    private final BackfillWorkers workers;

    /**
     * @param requestsPerSecond to the source, of live polling and backfill together
     * @param requestsInFlight  to the source at once
     */
    public BackfillModule(
            Foundation base,
            PollScheduler scheduler,
            PollSettings polls,
            GapSettings gaps,
            int requestsPerSecond,
            int requestsInFlight) {
        BackfillSettings settings = base.settings().of(BackfillSettings.class);
        workersMax = settings.workers(requestsInFlight);
        paceMillis = settings.paceMillis(requestsPerSecond);
        backfills = new Backfills(base.database(), polls.windowMax(), base.clock());
        WindowRetries retries =
                new WindowRetries(polls.retryDelay(), polls.retryDelayMax(), settings.attempts(), gaps.askAgain());
        workers = new BackfillWorkers(
                scheduler, workersMax, new WindowStatements(process(), settings.lease(), retries, base.clock()));
    }

    /** A name for this process that no other process has and that people recognise. */
    private static String process() {
        return ProcessHandle.current().pid() + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Override
    public void bind(Beans beans) {
        beans.forRoutes("backfills", backfills);
        beans.forRoutes("backfillWorkers", workers);
        beans.forRoutes("backfillPace", new Pace("backfill", Duration.ofMillis(paceMillis)));
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of("backfill.workers", workersMax);
    }

    /** Table {@code backfill_jobs}. */
    public Backfills backfills() {
        return backfills;
    }

    /** Reads windows of a job until it is over or paused, or until {@code stop} says so. */
    public BackfillJob work(ProducerTemplate routes, long jobId, Consumer<BackfillJob> progress, BooleanSupplier stop) {
        LongConsumer begin = job -> routes.sendBody("direct:backfill-begin", job);
        return new BackfillJobRunner(backfills, begin, workers::areIdle, WORK_EVERY).await(jobId, progress, stop);
    }
}
