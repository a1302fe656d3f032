package io.wattline.cli;

import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Goes on with a job. */
@Command(name = "resume", description = "Goes on with a job that is open, paused or failed, "
        + "and works at it to its end; what could not be read is tried again.")
final class BackfillResume extends BackfillVerb {

    @Parameters(paramLabel = "JOB", description = "Number of the job.")
    private long jobId;

    BackfillResume(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        return work(backfills -> OptionalLong.of(backfills.resume(jobId).jobId()));
    }
}
