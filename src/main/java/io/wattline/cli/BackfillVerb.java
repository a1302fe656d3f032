package io.wattline.cli;

import io.wattline.app.RunMode;
import io.wattline.app.Service;
import io.wattline.app.WattlineSettings;
import io.wattline.backfill.BackfillJob;
import io.wattline.backfill.Backfills;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.function.Function;

/** A verb that works on a backfill job until its end. */
abstract class BackfillVerb extends ReportingVerb {

    BackfillVerb(CliContext context) {
        super(context);
    }

    /** Works on the job that {@code open} returns; returns the exit code. Ctrl-C leaves the job open. */
    int work(Function<Backfills, OptionalLong> job) {
        BackfillJob end;
        try (StopSignal signal = new StopSignal();
                Service service =
                        context().launcher().start(settings(WattlineSettings.ONCE), Clock.systemUTC(), RunMode.ONCE)) {
            OptionalLong jobId = typed(() -> job.apply(service.backfills()));
            if (jobId.isEmpty()) {
                report(new Nothing(true), () -> terminal().line("There is nothing to fetch: no channel was installed "
                        + "in that time, or no open gap can be filled. Get channels with: wattline sync"));
                return DONE;
            }
            end = service.backfill(jobId.getAsLong(), isJson() ? progress -> { } : this::show, signal::isAsked);
            service.close();
            report(end, () -> print(end));
        }
        return end.state().equals("done") ? DONE : FAILED;
    }

    void show(BackfillJob job) {
        terminal().progress(job.describe());
    }

    private void print(BackfillJob job) {
        terminal()
                .line(String.format(
                        "Backfill job %d is %s: %d of %d windows of %d channels, %d of them failed; %,d readings "
                                + "fetched, %,d new, %,d corrected, %,d rejected.",
                        job.jobId(),
                        job.state(),
                        job.windowsOver(),
                        job.windows(),
                        job.channels(),
                        job.windowsFailed(),
                        job.fetched(),
                        job.inserted(),
                        job.updated(),
                        job.rejected()));
        if (job.windowsFailed() > 0) {
            terminal().line("The latest failure: " + job.error());
        }
        if (!job.isOver() || job.state().equals("failed")) {
            terminal().line((job.isOver() ? "Request the failed windows again with" : "A running service (wattline "
                    + "run) continues it, or continue it here with") + ": wattline backfill resume " + job.jobId());
        }
    }

    /** The document if no job was opened. */
    record Nothing(boolean nothingToRead) {
    }
}
