package io.wattline.backfill;

import io.wattline.module.Beans;
import io.wattline.module.FeatureModule;
import io.wattline.module.Foundation;
import io.wattline.reading.PollScheduler;
import io.wattline.settings.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.camel.ProducerTemplate;

/** Backfill: jobs that read again what is missing. */
public final class BackfillModule implements FeatureModule {

    /** How often workers are looked after where no timer runs. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Settings settings;
    private final Backfills backfills;
    private final BackfillWorkers workers;

    public BackfillModule(Foundation base, PollScheduler scheduler) {
        settings = base.settings();
        BackfillSettings backfill = new BackfillSettings(parallel(), settings.duration("backfill.lease"), settings.duration("readings.retry.delay"),
                settings.duration("readings.retry.delay-max"), settings.count("backfill.attempts"), settings.durations("gaps.ask-again"));
        backfills = new Backfills(base.database(), settings.duration("readings.window.max"), base.clock());
        workers = new BackfillWorkers(scheduler, backfill, process(), base.clock());
    }

    private int parallel() {
        return BackfillSettings.workers(settings.count("backfill.parallel"), settings.count("api.requests-in-flight"));
    }

    /** A name for this process that no other has, and by which people find it. */
    private static String process() {
        return ProcessHandle.current().pid() + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Override
    public void bind(Beans beans) {
        beans.forRoutes("backfills", backfills);
        beans.forRoutes("backfillDesk", workers);
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of("backfill.workers", parallel(), "backfill.pace.millis",
                BackfillSettings.paceMillis(settings.count("api.requests-per-second"), settings.count("backfill.share")));
    }

    /** Table {@code backfill_jobs}. */
    public Backfills backfills() {
        return backfills;
    }

    /** Works at a job until it is over or paused, or until {@code stop} says so. */
    public BackfillJob work(ProducerTemplate routes, long jobId, Consumer<BackfillJob> progress, BooleanSupplier stop) {
        return new BackfillWatch(backfills, job -> routes.sendBody("direct:backfill-begin", job), LOOK).await(jobId, progress, stop);
    }
}
