package io.wattline.reading;

import io.wattline.settings.SettingsException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Reads metadata and then readings, once, and waits until all polls have ended. A sync of dates requests again what
 * failed, and waits like a backfill job while the circuit breaker is open, so that an outage of the source does not end
 * it.
 */
final class Sync {

    /** How often due channels are looked for: once for most, again for a channel whose next poll is due at once. */
    private static final int SEARCHES_MAX = 5;
    private static final Duration PROGRESS_EVERY = Duration.ofMillis(200);

    private final SyncRoutes routes;
    private final SyncStatements statements;
    private final SyncWatch watch;
    private final PollScheduler scheduler;
    private final PollSettings polls;
    private final SyncSettings settings;
    private final Clock clock;

    Sync(SyncRoutes routes, SyncStatements statements, SyncWatch watch, PollScheduler scheduler, PollSettings polls,
         SyncSettings settings, Clock clock) {
        this.routes = routes;
        this.statements = statements;
        this.watch = watch;
        this.scheduler = scheduler;
        this.polls = polls;
        this.settings = settings;
        this.clock = clock;
    }

    SyncResult run(SyncRequest request, Consumer<SyncProgress> progress) {
        progress.accept(new SyncProgress(0, 0, 0));
        routes.metadata();
        statements.unknownChannels(request).ifPresent(found -> {
            throw new SettingsException(found + ". Nothing was fetched.");
        });
        requireResolution(request);
        watch.begin();
        Instant start = clock.instant();
        Progress shown = new Progress(progress, statements.expectedWindows(request, polls, start));
        if (request.interval() == null) {
            readDue(request, shown);
        } else {
            readRange(request, shown);
        }
        List<Long> runs = watch.runIds();
        return statements.totals(
                runs, statements.failures(request, start), statements.notes(request, runs, start));
    }

    private void readDue(SyncRequest request, Progress progress) {
        int before = -1;
        for (int search = 0; search < SEARCHES_MAX && watch.runIds().size() > before; search++) {
            before = watch.runIds().size();
            routes.poll(request);
            awaitPolls(progress);
        }
    }

    private void readRange(SyncRequest request, Progress progress) {
        routes.poll(request);
        long read = awaitPolls(progress);
        Map<Interval, List<Integer>> unread = watch.takeUnread();
        for (int attempt = 0; !unread.isEmpty() && attempt < settings.attempts() && !scheduler.isStopping();
                attempt++) {
            LockSupport.parkNanos(settings.pause().toNanos());
            unread.forEach((rest, ids) -> routes.poll(new SyncRequest(rest, ids, request.resolution())));
            long before = read;
            read = awaitPolls(progress);
            // while the breaker is open, nothing was requested in vain
            attempt = read > before || watch.takeWaiting() ? -1 : attempt;
            unread = watch.takeUnread();
        }
    }

    /** Gives how many windows are read so far. */
    private long awaitPolls(Progress progress) {
        while (scheduler.running() > 0) {
            LockSupport.parkNanos(PROGRESS_EVERY.toNanos());
            progress.show(statements.totals(watch.runIds(), List.of(), List.of()));
        }
        return statements.totals(watch.runIds(), List.of(), List.of()).windows();
    }

    private void requireResolution(SyncRequest request) {
        if (request.resolution() == null) {
            return;
        }
        List<Integer> other = statements.channelsOfOtherInterval(request, request.resolution());
        if (!other.isEmpty()) {
            throw new SettingsException(
                    "--resolution is " + request.resolution().toSeconds() + " s, but channel(s) " + other
                            + " have readings of another length; allowed: channels.interval_seconds of the channel, "
                            + "since rows of two"
                            + " lengths must not stand for the same slot. Nothing was fetched.");
        }
    }

    private record Progress(Consumer<SyncProgress> listener, long expected) {

        void show(SyncResult now) {
            listener.accept(new SyncProgress(now.windows(), Math.max(expected, now.windows()), now.fetched()));
        }
    }

    /** The routes that a sync calls. */
    interface SyncRoutes {

        void metadata();

        /** Returns when the polls have begun. */
        void poll(SyncRequest request);
    }
}
