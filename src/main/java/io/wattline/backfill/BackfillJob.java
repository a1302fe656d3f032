package io.wattline.backfill;

import io.wattline.database.Sql;
import io.wattline.settings.Durations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * The progress of a job.
 *
 * @param jobId             its number
 * @param kind              range, gaps, automatic or reconcile
 * @param state             open, paused, done, failed (ended, and some windows could not be read) or cancelled
 * @param start             start of the range, inclusive; null for a job over gaps
 * @param end               end of the range, exclusive; null for a job over gaps
 * @param createdBy         who opened it
 * @param createdAt         when
 * @param finishedAt        when it ended; null before
 * @param channels          how many channels it reads
 * @param windows           how many windows it has; each takes at least one request
 * @param windowsOver       windows that are read, refused, failed or cancelled
 * @param windowsFailed     windows that are refused or failed
 * @param windowsInHand     windows that are being read
 * @param fetched           readings in the responses
 * @param inserted          readings that were new
 * @param updated           readings that replaced another value
 * @param rejected          readings that went to {@code dead_letters}
 * @param readingsPerSecond readings fetched per second, over its last minute
 * @param secondsLeft       remaining time at that rate; null where the job is over, or no window has ended in the last
 *                          minute
 * @param error             the latest error, for people; null where there was none
 */
public record BackfillJob(
        long jobId,
        String kind,
        String state,
        Instant start,
        Instant end,
        String createdBy,
        Instant createdAt,
        Instant finishedAt,
        int channels,
        int windows,
        int windowsOver,
        int windowsFailed,
        int windowsInHand,
        long fetched,
        long inserted,
        long updated,
        long rejected,
        double readingsPerSecond,
        Double secondsLeft,
        String error) {

    /** Whether the job has ended. */
    public boolean isOver() {
        return finishedAt != null;
    }

    /** The progress in one line, for people. */
    public String describe() {
        String left = secondsLeft == null
                ? ""
                : "  " + Durations.humane(Duration.ofSeconds(secondsLeft.longValue())) + " left";
        return String.format(
                        "backfill job %d (%s, %s): %d of %d windows  %,d readings  %,.0f readings/s%s",
                        jobId, kind, state, windowsOver, windows, fetched, readingsPerSecond, left)
                + (error == null ? "" : "  latest error: " + error);
    }

    /** A row of {@code backfill_progress()}. */
    static BackfillJob of(ResultSet row) throws SQLException {
        return new BackfillJob(row.getLong("job_id"), row.getString("kind"), row.getString("state"),
                Sql.instant(row, "range_start"), Sql.instant(row, "range_end"), row.getString("created_by"),
                Sql.instant(row, "created_at"), Sql.instant(row, "finished_at"), row.getInt("channels"),
                row.getInt("windows"), row.getInt("windows_over"), row.getInt("windows_failed"), row.getInt("in_hand"),
                row.getLong("fetched"), row.getLong("inserted"), row.getLong("updated"), row.getLong("rejected"),
                row.getDouble("readings_per_second"), row.getObject("seconds_left", Double.class),
                row.getString("error"));
    }
}
