package io.wattline.backfill;

import io.wattline.jmx.Described;

/** Backfill jobs in the hands of operators. */
public interface BackfillOperations {

    @Described("Backfill jobs that are not over, and how far they are.")
    String[] getBackfillJobs();

    @Described("Opens a backfill job that reads a range of days again. Says its number.")
    String startBackfill(@Described(name = "startDate", value = "First day, YYYY-MM-DD in UTC.") String startDate,
            @Described(name = "endDate", value = "Day after the last one, YYYY-MM-DD in UTC.") String endDate,
            @Described(name = "channelIds", value = "Numbers of channels, separated by commas; empty for all.") String channelIds);

    @Described("Opens a backfill job that reads the open gaps that may still be filled. Says its number.")
    String startGapBackfill(@Described(name = "channelIds", value = "Numbers of channels, separated by commas; empty for all.") String channelIds);

    @Described("No window of the job is taken any more, by any process, until it is resumed. Says how far it is.")
    String pauseBackfill(@Described(name = "job", value = "Number of the job.", target = true) long job);

    @Described("Goes on with a job that is paused or failed; what could not be read is tried again. Says how far it is.")
    String resumeBackfill(@Described(name = "job", value = "Number of the job.", target = true) long job);

    @Described("What is left of the job is not read; what was kept stays. Says how far it is.")
    String cancelBackfill(@Described(name = "job", value = "Number of the job.", target = true) long job);
}
