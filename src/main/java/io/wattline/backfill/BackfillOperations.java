package io.wattline.backfill;

import io.wattline.jmx.Described;

/** What operators do with backfill jobs. */
public interface BackfillOperations {

    @Described("Backfill jobs that are open or paused, with their progress.")
    String[] getBackfillJobs();

    @Described("Opens a backfill job that reads a range of days again. Returns its number.")
    String startBackfill(
            @Described(name = "startDate", value = "First day, YYYY-MM-DD in UTC.") String startDate,
            @Described(name = "endDate", value = "Day after the last one, YYYY-MM-DD in UTC.") String endDate,
            @Described(name = "channelIds", value = "Channel ids, separated by commas; empty for all channels.")
                    String channelIds);

    @Described("Opens a backfill job that reads the open gaps that may still be filled. Returns its number.")
    String startGapBackfill(
            @Described(name = "channelIds", value = "Channel ids, separated by commas; empty for all channels.")
                    String channelIds);

    @Described(
            "Pauses a job in all processes until it is resumed. Windows that are being read are finished. Returns its"
                    + " progress.")
    String pauseBackfill(@Described(name = "job", value = "Number of the job.", target = true) long job);

    @Described("Resumes a paused or failed job. Windows that could not be read are tried again. Returns its progress.")
    String resumeBackfill(@Described(name = "job", value = "Number of the job.", target = true) long job);

    @Described("Cancels a job: its remaining windows are not read, and the readings stay. Returns its progress.")
    String cancelBackfill(@Described(name = "job", value = "Number of the job.", target = true) long job);
}
