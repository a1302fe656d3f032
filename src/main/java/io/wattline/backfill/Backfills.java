package io.wattline.backfill;

import io.wattline.channel.RequestedChannels;
import io.wattline.database.Sql;
import io.wattline.database.SqlFile;
import io.wattline.reading.Interval;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;

/**
 * Table {@code backfill_jobs}: jobs are opened, found, paused, resumed and cancelled here. The workers of every running
 * process read open jobs.
 */
public final class Backfills {

    private final Sql sql;
    private final Duration windowMax;
    private final Clock clock;

    /** @param windowMax longest window of a job */
    public Backfills(DataSource database, Duration windowMax, Clock clock) {
        this.sql = new Sql(database);
        this.windowMax = windowMax;
        this.clock = clock;
    }

    /**
     * Opens a job that reads a range, as far as it is past and the channels are installed.
     *
     * @param channelIds empty for all channels
     * @param interval   half-open, UTC
     * @param who        a person, or a part of the program
     * @return its number; empty where there is nothing to read
     * @throws IllegalArgumentException where a channel does not exist
     */
    public OptionalLong openRange(Collection<Integer> channelIds, Interval interval, String who) {
        return open("range", channelIds, interval, who, false);
    }

    /**
     * Opens a job that reads the open gaps that may still be filled. Gaps that another open job is going to read are
     * left out.
     *
     * @param channelIds empty for all channels
     * @param interval   only the parts of gaps within it; null for all
     */
    public OptionalLong openGaps(Collection<Integer> channelIds, Interval interval, String who) {
        return open("gaps", channelIds, interval, who, false);
    }

    /** Opens a job that reads the gaps whose next attempt is due; empty where none is. */
    public OptionalLong openDue() {
        return open("automatic", List.of(), null, "wattline", true);
    }

    private OptionalLong open(
            String kind, Collection<Integer> channelIds, Interval interval, String who, boolean dueOnly) {
        Integer[] ids = channelIds.isEmpty() ? null : channelIds.toArray(Integer[]::new);
        RequestedChannels.require(sql, ids);
        Long job = sql.one(SqlFile.text("backfill-open"), row -> row.getObject("job_id", Long.class), kind, who,
                interval == null ? null : interval.start().toString(),
                interval == null ? null : interval.end().toString(), ids, clock.instant().toString(), dueOnly,
                (int) windowMax.toSeconds());
        return job == null ? OptionalLong.empty() : OptionalLong.of(job);
    }

    /** The progress of a job. */
    public Optional<BackfillJob> find(long jobId) {
        return sql.all(SqlFile.text("backfill-job"), BackfillJob::of, jobId).stream().findFirst();
    }

    /** The progress of the jobs that are open or paused, oldest first. */
    public List<BackfillJob> open() {
        return sql.all(SqlFile.text("backfill-jobs-open"), BackfillJob::of);
    }

    /** The progress of the newest jobs, newest first. */
    public List<BackfillJob> newest(int limit) {
        return sql.all(SqlFile.text("backfill-jobs-newest"), BackfillJob::of, limit);
    }

    /**
     * Pauses a job until {@link #resume}: no further window is claimed, and windows that are being read are finished.
     */
    public BackfillJob pause(long jobId) {
        return change(jobId, "backfill-pause");
    }

    /** Resumes a paused or failed job. Windows that could not be read are tried again. */
    public BackfillJob resume(long jobId) {
        return change(jobId, "backfill-resume");
    }

    /**
     * Cancels a job: its remaining windows are not read. Windows that are being read are finished, and the readings
     * stay.
     */
    public BackfillJob cancel(long jobId) {
        return change(jobId, "backfill-cancel");
    }

    private BackfillJob change(long jobId, String statement) {
        BackfillJob before = find(jobId).orElseThrow(() -> new IllegalArgumentException(
                "Backfill job " + jobId + " does not exist; list the jobs with: wattline backfill list"));
        if (!sql.one(SqlFile.text(statement), row -> row.getBoolean(1), jobId)) {
            throw new IllegalArgumentException(
                    "Backfill job " + jobId + " is " + before.state() + "; an open job can be paused or cancelled, "
                            + "a paused one resumed or cancelled, a failed one resumed. The job is unchanged.");
        }
        return find(jobId).orElseThrow();
    }
}
