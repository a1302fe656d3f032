package io.wattline.backfill;

import io.wattline.database.Sql;
import io.wattline.reading.Interval;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;

/** The jobs: opened, looked at, paused, resumed and cancelled by people and by other parts of the program. Workers of any process take up an open one by themselves. */
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

    /** What a job is. */
    public enum Kind {
        /** Days that somebody named. */
        RANGE,
        /** Open gaps, because somebody asked. */
        GAPS,
        /** Open gaps whose next attempt is due. */
        AUTOMATIC,
        /** Days that are compared with the source. */
        RECONCILE;

        String sqlName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * Opens a job that reads a range, as far as it is past and the channels are installed.
     *
     * @param kind       {@link Kind#RANGE} or {@link Kind#RECONCILE}
     * @param channelIds empty for all
     * @param interval   half-open, UTC
     * @param who        a person, or a part of the program
     * @return its number; empty where there is nothing to read
     * @throws IllegalArgumentException where a channel is not known
     */
    public OptionalLong open(Kind kind, Collection<Integer> channelIds, Interval interval, String who) {
        return open(kind, channelIds, interval, who, false);
    }

    /**
     * Opens a job that reads the open gaps that may still be filled; what another job is about to read already is left to it.
     *
     * @param interval only as far as they lie in it; null for all
     */
    public OptionalLong openGaps(Collection<Integer> channelIds, Interval interval, String who) {
        return open(Kind.GAPS, channelIds, interval, who, false);
    }

    /** Opens a job that reads the gaps whose next attempt is due. */
    public OptionalLong openDue() {
        return open(Kind.AUTOMATIC, List.of(), null, "wattline", true);
    }

    private OptionalLong open(Kind kind, Collection<Integer> channelIds, Interval interval, String who, boolean dueOnly) {
        Integer[] ids = channelIds.isEmpty() ? null : channelIds.toArray(Integer[]::new);
        KnownChannels.require(sql, ids);
        Long job = sql.one("select open_backfill(?, ?, ?::timestamptz, ?::timestamptz, ?::integer[], ?::timestamptz, ?, ?)", row -> row.getObject(1, Long.class),
                kind.sqlName(), who, interval == null ? null : interval.start().toString(), interval == null ? null : interval.end().toString(), ids,
                clock.instant().toString(), dueOnly, (int) windowMax.toSeconds());
        return job == null ? OptionalLong.empty() : OptionalLong.of(job);
    }

    /** How far a job is. */
    public Optional<BackfillJob> find(long jobId) {
        return sql.all(BackfillJob.SELECT + "backfill_progress(?)", BackfillJob::of, jobId).stream().findFirst();
    }

    /** How far the jobs are that are not over, oldest first. */
    public List<BackfillJob> open() {
        return sql.all(BackfillJob.SELECT + "(select job_id as open from backfill_jobs where state in ('open', 'paused')) o, backfill_progress(o.open) order by job_id", BackfillJob::of);
    }

    /** How far the newest jobs are, newest first. */
    public List<BackfillJob> newest(int limit) {
        return sql.all(BackfillJob.SELECT + "(select job_id as newest from backfill_jobs order by job_id desc limit ?) n, backfill_progress(n.newest) order by job_id desc",
                BackfillJob::of, limit);
    }

    /** No window of it is taken any more until {@link #resume}; those in hand are finished. */
    public BackfillJob pause(long jobId) {
        return change(jobId, "pause_backfill");
    }

    /** Its windows are taken again; those that could not be read are tried anew, also where the job has ended with them. */
    public BackfillJob resume(long jobId) {
        return change(jobId, "resume_backfill");
    }

    /** What is left of it is not read any more; windows in hand are finished, and what was kept stays. */
    public BackfillJob cancel(long jobId) {
        return change(jobId, "cancel_backfill");
    }

    private BackfillJob change(long jobId, String function) {
        BackfillJob before = find(jobId).orElseThrow(() -> new IllegalArgumentException("There is no backfill job " + jobId + "; see them with: wattline backfill list"));
        if (!sql.one("select " + function + "(?)", row -> row.getBoolean(1), jobId)) {
            throw new IllegalArgumentException("Backfill job " + jobId + " is " + before.state() + "; an open job can be paused or cancelled, a paused one resumed or cancelled, a failed one resumed."
                    + " It stays as it is.");
        }
        return find(jobId).orElseThrow();
    }
}
