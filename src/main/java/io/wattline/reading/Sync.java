package io.wattline.reading;

import io.wattline.database.Sql;
import io.wattline.database.SqlFile;
import io.wattline.settings.SettingsException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Reads metadata and then readings, once, and waits until all polls have ended. */
final class Sync {

    /** How often due channels are looked for: once for most, again for a channel whose next poll is due at once. */
    private static final int SEARCHES_MAX = 5;
    private static final long WAIT_MILLIS = 200;

    private final SyncRoutes routes;
    private final Sql sql;
    private final Runs runs;
    private final PollScheduler scheduler;
    private final PollSettings settings;
    private final Clock clock;

    Sync(
            SyncRoutes routes,
            DataSource database,
            Runs runs,
            PollScheduler scheduler,
            PollSettings settings,
            Clock clock) {
        this.routes = routes;
        this.sql = new Sql(database);
        this.runs = runs;
        this.scheduler = scheduler;
        this.settings = settings;
        this.clock = clock;
    }

    SyncResult run(SyncRequest request, Consumer<SyncProgress> progress) {
        progress.accept(new SyncProgress(0, 0, 0));
        routes.metadata();
        requireResolution(request);
        runs.watch();
        Instant start = clock.instant();
        long expected = expectedWindows(request);
        int searches = request.interval() == null ? SEARCHES_MAX : 1;
        int before = -1;
        for (int search = 0; search < searches && runs.watched().size() > before; search++) {
            before = runs.watched().size();
            routes.poll(request);
            awaitPolls(progress, expected);
        }
        return totals(failures(request, start));
    }

    private void awaitPolls(Consumer<SyncProgress> progress, long expected) {
        while (scheduler.running() > 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(WAIT_MILLIS));
            SyncResult now = totals(List.of());
            progress.accept(new SyncProgress(now.windows(), Math.max(expected, now.windows()), now.fetched()));
        }
    }

    private void requireResolution(SyncRequest request) {
        if (request.resolution() == null) {
            return;
        }
        long seconds = request.resolution().toSeconds();
        List<Integer> other = sql.all(
                SqlFile.text("sync-other-interval"),
                row -> row.getInt(1),
                (int) seconds,
                isOfAll(request),
                ids(request));
        if (!other.isEmpty()) {
            throw new SettingsException("--resolution is " + seconds + " s, but channel(s) " + other
                    + " have readings of another length; allowed: channels.interval_seconds of the channel,"
                    + " since rows of two lengths must not stand for the same slot. Nothing was fetched.");
        }
    }

    private long expectedWindows(SyncRequest request) {
        double windowSeconds = settings.windowMax().toSeconds();
        Interval range = request.interval();
        if (range != null) {
            return sql.one(
                    SqlFile.text("sync-windows-range"),
                    row -> row.getLong(1),
                    range.end(),
                    range.start(),
                    windowSeconds,
                    isOfAll(request),
                    ids(request));
        }
        Instant now = clock.instant();
        return sql.one(
                SqlFile.text("sync-windows-due"),
                row -> row.getLong(1),
                now,
                now.minus(settings.history()),
                windowSeconds,
                isOfAll(request),
                ids(request),
                now);
    }

    private List<String> failures(SyncRequest request, Instant start) {
        return sql.all(SqlFile.text("sync-failures"), row -> row.getString(1), start, isOfAll(request), ids(request));
    }

    private SyncResult totals(List<String> failures) {
        Object runIds = runs.watched().toArray(Long[]::new);
        return sql.one(
                SqlFile.text("sync-totals"),
                row -> new SyncResult(
                        row.getInt(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        failures),
                runIds);
    }

    private static boolean isOfAll(SyncRequest request) {
        return request.channelIds().isEmpty();
    }

    private static Integer[] ids(SyncRequest request) {
        return request.channelIds().toArray(Integer[]::new);
    }

    /** The routes that a sync calls. */
    interface SyncRoutes {

        void metadata();

        /** Returns when the polls have begun. */
        void poll(SyncRequest request);
    }
}
