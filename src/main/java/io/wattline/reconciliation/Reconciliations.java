package io.wattline.reconciliation;

import io.wattline.channel.RequestedChannels;
import io.wattline.database.Sql;
import io.wattline.database.SqlFile;
import io.wattline.reading.Interval;
import io.wattline.settings.Durations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reconciliations: backfill jobs that read whole days again and compare them with the kept readings. Missing and
 * changed readings are repaired as they arrive, like any reading. The backfill workers of every running process read
 * open reconciliations.
 */
public final class Reconciliations {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliations.class);
    private static final Duration DAY = Duration.ofDays(1);

    private final Sql sql;
    private final ReconciliationSettings settings;
    private final Clock clock;

    public Reconciliations(DataSource database, ReconciliationSettings settings, Clock clock) {
        this.sql = new Sql(database);
        this.settings = settings;
        this.clock = clock;
    }

    /** Opens the nightly reconciliation. */
    public void openNightly() {
        openOnce(settings.nightlyDays(), "wattline (every night)");
    }

    /** Opens the weekly reconciliation. */
    public void openWeekly() {
        openOnce(settings.weeklyDays(), "wattline (every week)");
    }

    /** Deletes the single slots of reconciliations that ended before {@code reconciliation.keep}; their sums stay. */
    public void deleteOldSlots() {
        int deleted = sql.update(SqlFile.text("reconciliation-forget"), clock.instant().minus(settings.keep()));
        if (deleted > 0) {
            LOG.info(
                    "Deleted {} differing slots of reconciliations that ended more than {} ago (reconciliation.keep)",
                    deleted,
                    Durations.humane(settings.keep()));
        }
    }

    private void openOnce(int days, String who) {
        OptionalLong job = open(List.of(), days, who, true);
        LOG.info(
                job.isPresent()
                        ? "Reconciliation {} of the last {} days is open"
                        : "No new reconciliation{} of the last {} days: it exists already, or there is no channel",
                job.isPresent() ? job.getAsLong() : "",
                days);
    }

    /**
     * Opens a reconciliation of the last days, as far as the channels were installed. Today is left out.
     *
     * @param channelIds empty for all channels
     * @param days       how many UTC days before today
     * @param who        a person, or a part of the program
     * @return the number of the job; empty where there is nothing to read
     * @throws IllegalArgumentException where a channel does not exist
     */
    public OptionalLong open(Collection<Integer> channelIds, int days, String who) {
        return open(channelIds, days, who, false);
    }

    private OptionalLong open(Collection<Integer> channelIds, int days, String who, boolean once) {
        Integer[] ids = channelIds.isEmpty() ? null : channelIds.toArray(Integer[]::new);
        RequestedChannels.require(sql, ids);
        Interval range = lastDays(clock.instant(), days);
        Long job = sql.one(SqlFile.text("reconciliation-open"), row -> row.getObject("job_id", Long.class), who,
                range.start().toString(), range.end().toString(), ids, clock.instant().toString(),
                (int) settings.window().toSeconds(), once);
        return job == null ? OptionalLong.empty() : OptionalLong.of(job);
    }

    /** The whole UTC days before the day of {@code now}. */
    static Interval lastDays(Instant now, int days) {
        Instant today = Interval.floor(now, DAY);
        return new Interval(today.minus(DAY.multipliedBy(days)), today);
    }

    /**
     * Publishes the results of reconciliations that have ended since the last call and returns them, one row per
     * channel.
     */
    public List<Reconciliation> publish() {
        return sql.all(SqlFile.text("reconciliation-publish"), Reconciliation::of, clock.instant().toString());
    }

    /** The results of a reconciliation by channel; empty while it runs. */
    public List<Reconciliation> of(long jobId) {
        return sql.all(SqlFile.text("reconciliation-result"), Reconciliation::of, jobId);
    }
}
