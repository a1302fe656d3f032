package io.wattline.cli;

import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Continues a job. */
@Command(name = "resume", description = "Continues an open, paused or failed job to its end; failed windows are "
        + "requested again.")
final class BackfillResume extends BackfillVerb {

    @Parameters(paramLabel = "JOB", description = "Id of the job.")
    private long jobId;

    BackfillResume(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        return work(backfills -> OptionalLong.of(backfills.resume(jobId).jobId()));
    }
}
