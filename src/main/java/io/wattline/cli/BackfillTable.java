package io.wattline.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.app.WattlineSettings;
import io.wattline.backfill.BackfillJob;
import io.wattline.backfill.Backfills;
import io.wattline.reading.PollSettings;
import io.wattline.settings.Settings;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists jobs, or changes the state of one. Workers of all processes follow the state. */
abstract class BackfillTable extends ReportingVerb {

    BackfillTable(CliContext context) {
        super(context);
    }

    /** Prints the jobs that a statement returns. */
    int show(Function<Backfills, List<BackfillJob>> question) {
        Settings settings = settings(WattlineSettings.DATABASE);
        try (HikariDataSource database = context().launcher().openDatabase(settings)) {
            List<BackfillJob> jobs = typed(() -> question.apply(
                    new Backfills(database, settings.of(PollSettings.class).windowMax(), Clock.systemUTC())));
            report(jobs, () -> print(jobs));
        }
        return DONE;
    }

    private void print(List<BackfillJob> jobs) {
        Table table = new Table(
                "job", "kind", "state", "from", "until", "channels", "windows", "failed", "readings", "new", "opened",
                "by");
        jobs.forEach(job -> table.row(
                job.jobId(), job.kind(), job.state(), job.start(), job.end(), job.channels(),
                job.windowsOver() + " of " + job.windows(), job.windowsFailed(), job.fetched(), job.inserted(),
                job.createdAt(), job.createdBy()));
        table.print(terminal());
    }

    /** Lists jobs. */
    @Command(name = "list", description = "Lists the backfill jobs, newest first.")
    static final class Newest extends BackfillTable {

        @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "Maximum number of rows "
                + "(default: "
                + "${DEFAULT-VALUE}).")
        private int limit;

        Newest(CliContext context) {
            super(context);
        }

        @Override
        public Integer call() {
            if (limit < 1) {
                throw wrongUsage("--limit is " + limit + "; allowed: 1 or more");
            }
            return show(backfills -> backfills.newest(limit));
        }
    }

    /** Pauses a job. */
    @Command(name = "pause", description = "Pauses the job: no process starts another window of it until it is "
            + "resumed.")
    static final class Pause extends BackfillTable {

        @Parameters(paramLabel = "JOB", description = "Id of the job.")
        private long jobId;

        Pause(CliContext context) {
            super(context);
        }

        @Override
        public Integer call() {
            return show(backfills -> List.of(backfills.pause(jobId)));
        }
    }

    /** Cancels a job. */
    @Command(name = "cancel", description = "Cancels the job: its remaining windows are not fetched; readings that "
            + "were kept stay.")
    static final class Cancel extends BackfillTable {

        @Parameters(paramLabel = "JOB", description = "Id of the job.")
        private long jobId;

        Cancel(CliContext context) {
            super(context);
        }

        @Override
        public Integer call() {
            return show(backfills -> List.of(backfills.cancel(jobId)));
        }
    }
}
