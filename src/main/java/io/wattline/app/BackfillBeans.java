package io.wattline.app;

import io.wattline.backfill.BackfillSettings;
import io.wattline.backfill.BackfillWorkers;
import io.wattline.backfill.Backfills;
import io.wattline.reading.PollScheduler;
import io.wattline.settings.Settings;
import java.util.UUID;

/** The beans of backfill. */
final class BackfillBeans {

    private BackfillBeans() {
    }

    static void bind(Ground ground, PollScheduler pollDesk) {
        Settings settings = ground.settings();
        BackfillSettings backfill = new BackfillSettings(
                BackfillSettings.workers(settings.count("backfill.parallel"), settings.count("api.requests-in-flight")), settings.duration("backfill.lease"), settings.duration("readings.retry.delay"),
                settings.duration("readings.retry.delay-max"), settings.count("backfill.attempts"), settings.durations("gaps.ask-again"));
        ground.bind("backfills", new Backfills(ground.database(), settings.duration("readings.window.max"), ground.clock()));
        ground.bind("backfillDesk", new BackfillWorkers(pollDesk, backfill, process(), ground.clock()));
    }

    /** A name for this process that no other has, and by which people find it. */
    private static String process() {
        return ProcessHandle.current().pid() + "-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
