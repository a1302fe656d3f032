package io.wattline.reconciliation;

import io.wattline.backfill.KnownChannels;
import io.wattline.database.Sql;
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
 * Reconciliations: backfill jobs that read whole days again and compare them with what we hold. What is missing or changed is repaired on the way, as by any
 * reading that comes. Workers of any process take up an open one by themselves.
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

    /** What the timer does every night. */
    public void openNightly() {
        openOnce(settings.nightlyDays(), "wattline (every night)");
    }

    /** What the timer does every week. */
    public void openWeekly() {
        openOnce(settings.weeklyDays(), "wattline (every week)");
    }

    /** Forgets the single slots of reconciliations that ended longer ago than the setting says; what each found in sum stays. */
    public void forgetOldSlots() {
        int forgotten = sql.update("delete from reading_differences where job_id in (select job_id from backfill_jobs where finished_at < ?)", clock.instant().minus(settings.keep()));
        if (forgotten > 0) {
            LOG.info("{} slots of reconciliations that ended more than {} ago are forgotten (reconciliation.keep)", forgotten, Durations.humane(settings.keep()));
        }
    }

    private void openOnce(int days, String who) {
        OptionalLong job = open(List.of(), days, who, true);
        LOG.info(job.isPresent() ? "Reconciliation {} of the last {} days is open" : "No reconciliation is opened{} for the last {} days: one is at work or has been, or there is no channel",
                job.isPresent() ? job.getAsLong() : "", days);
    }

    /**
     * Opens one of the last days, as far as the channels were installed; the day that is not over is left out.
     *
     * @param channelIds empty for all
     * @param days       so many days of UTC before today
     * @param who        who asks
     * @return the number of the job; empty where there is nothing to read
     * @throws IllegalArgumentException where a channel is not known
     */
    public OptionalLong open(Collection<Integer> channelIds, int days, String who) {
        return open(channelIds, days, who, false);
    }

    private OptionalLong open(Collection<Integer> channelIds, int days, String who, boolean once) {
        Integer[] ids = channelIds.isEmpty() ? null : channelIds.toArray(Integer[]::new);
        KnownChannels.require(sql, ids);
        Interval range = lastDays(clock.instant(), days);
        Long job = sql.one("select open_reconciliation(?, ?::timestamptz, ?::timestamptz, ?::integer[], ?::timestamptz, ?, ?)", row -> row.getObject(1, Long.class), who,
                range.start().toString(), range.end().toString(), ids, clock.instant().toString(), (int) settings.window().toSeconds(), once);
        return job == null ? OptionalLong.empty() : OptionalLong.of(job);
    }

    /** The whole days of UTC before the day of {@code now}. */
    static Interval lastDays(Instant now, int days) {
        Instant today = Interval.floor(now, DAY);
        return new Interval(today.minus(DAY.multipliedBy(days)), today);
    }

    /** Publishes the result of each one that has ended since the last time, and gives it: one row a channel. */
    public List<Reconciliation> publish() {
        return sql.all("select " + Reconciliation.COLUMNS + " from publish_reconciliations(?::timestamptz) order by job_id, channel_id", Reconciliation::of, clock.instant().toString());
    }

    /** What one has found, channel by channel; empty while it is at work. */
    public List<Reconciliation> of(long jobId) {
        return sql.all("select " + Reconciliation.COLUMNS + " from reconciliations where job_id = ? order by channel_id", Reconciliation::of, jobId);
    }
}
