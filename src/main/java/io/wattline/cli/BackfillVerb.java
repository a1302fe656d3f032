package io.wattline.cli;

import io.wattline.app.RunMode;
import io.wattline.app.Service;
import io.wattline.app.WattlineSettings;
import io.wattline.backfill.BackfillJob;
import io.wattline.backfill.Backfills;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.function.Function;

/** A verb that works at a backfill job until its end. */
abstract class BackfillVerb extends ReportingVerb {

    BackfillVerb(CliContext context) {
        super(context);
    }

    /** Works at the job that is opened or found; the exit code. Ctrl-C leaves it open. */
    int work(Function<Backfills, OptionalLong> job) {
        BackfillJob end;
        try (StopSignal signal = new StopSignal();
                Service service =
                        context().launcher().start(settings(WattlineSettings.ONCE), Clock.systemUTC(), RunMode.ONCE)) {
            OptionalLong jobId = typed(() -> job.apply(service.backfills()));
            if (jobId.isEmpty()) {
                report(new Nothing(true), () -> terminal().line("There is nothing to read: no channel is installed in "
                        + "that time, or no gap is open that may be filled. Channels come with: wattline sync"));
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
                        "Backfill job %d is %s: %d of %d windows of %d channels, %d of them could not "
                                + "be read; %,d readings fetched, %,d new, %,d corrected, %,d rejected.",
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
            terminal().line("The latest trouble: " + job.error());
        }
        if (!job.isOver() || job.state().equals("failed")) {
            terminal().line((job.isOver() ? "Try what could not be read again with" : "It goes on by itself "
                    + "where wattline run is running, or with") + ": wattline backfill resume " + job.jobId());
        }
    }

    /** The document where no job was opened. */
    record Nothing(boolean nothingToRead) {
    }
}
