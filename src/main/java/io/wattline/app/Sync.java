package io.wattline.app;

import io.wattline.database.Sql;
import io.wattline.reading.PollScheduler;
import io.wattline.reading.Runs;
import io.wattline.reading.SyncRequest;
import io.wattline.settings.Settings;
import io.wattline.settings.SettingsException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.camel.ProducerTemplate;

/** Fetches once: metadata, then readings, and waits until the workers are done. */
final class Sync {

    /** Rounds of looking for due channels: one brings a channel up to date, more are for those that were in the way of a refusal. */
    private static final int ROUNDS_MAX = 5;

    private final ProducerTemplate routes;
    private final Sql sql;
    private final Runs runs;
    private final PollScheduler desk;
    private final Settings settings;
    private final Clock clock;

    Sync(ProducerTemplate routes, DataSource database, Runs runs, PollScheduler desk, Settings settings, Clock clock) {
        this.routes = routes;
        this.sql = new Sql(database);
        this.runs = runs;
        this.desk = desk;
        this.settings = settings;
        this.clock = clock;
    }

    SyncResult run(SyncRequest request, Consumer<Progress> progress) {
        progress.accept(new Progress(0, 0, "metadata"));
        routes.requestBody("direct:metadata-sync", (Object) null);
        requireResolution(request);
        runs.watch();
        Instant start = clock.instant();
        long total = expectedWindows(request);
        int rounds = request.interval() == null ? ROUNDS_MAX : 1;
        int before = -1;
        for (int round = 0; round < rounds && runs.watched().size() > before; round++) {
            before = runs.watched().size();
            routes.requestBodyAndHeader("direct:readings-due", null, "syncRequest", request);
            waitForWorkers(progress, total);
        }
        return result(request, start);
    }

    private void waitForWorkers(Consumer<Progress> progress, long total) {
        while (desk.inHand() > 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            SyncResult now = result(new SyncRequest(null, List.of(), null), Instant.EPOCH);
            progress.accept(new Progress(now.windows(), Math.max(total, now.windows()), String.format("windows, %,d readings", now.fetched())));
        }
    }

    private void requireResolution(SyncRequest request) {
        if (request.resolution() == null) {
            return;
        }
        List<Integer> other = sql.all("select channel_id from channels where active and interval_seconds <> ? and (? or channel_id = any(?)) order by 1",
                row -> row.getInt(1), (int) request.resolution().toSeconds(), request.channelIds().isEmpty(), request.channelIds().toArray(Integer[]::new));
        if (!other.isEmpty()) {
            throw new SettingsException("--resolution is " + request.resolution().toSeconds() + " s, but channel(s) " + other + " are kept at another length;"
                    + " allowed: channels.interval_seconds of the channel, since rows of two lengths must not stand for the same slot. Nothing was fetched.");
        }
    }

    /** About how many requests it takes: what is missing, in windows of the setting's length. */
    private long expectedWindows(SyncRequest request) {
        double windowSeconds = settings.duration("readings.window.max").toSeconds();
        Instant now = clock.instant();
        String from = request.interval() == null ? now.minus(settings.duration("readings.history")).toString() : request.interval().start().toString();
        String to = request.interval() == null ? now.toString() : request.interval().end().toString();
        return sql.all("""
                select coalesce(sum(ceil(greatest(0, extract(epoch from ?::timestamptz -
                  greatest(c.installed_at, case when ? then coalesce(p.cursor, ?::timestamptz) else ?::timestamptz end))) / ?)), 0)::bigint
                from channels c join poll_state p using (channel_id)
                where c.active and (? or c.channel_id = any(?)) and (not ? or p.next_poll_at <= ?::timestamptz)""", row -> row.getLong(1),
                to, request.interval() == null, from, from, windowSeconds, request.channelIds().isEmpty(), request.channelIds().toArray(Integer[]::new),
                request.interval() == null, now.toString()).get(0);
    }

    private SyncResult result(SyncRequest request, Instant start) {
        Long[] ids = runs.watched().toArray(Long[]::new);
        List<String> failures = start.equals(Instant.EPOCH) ? List.of() : sql.all("""
                select 'channel ' || channel_id || ': ' || coalesce(state_reason, last_error) || '; next try at ' || to_char(next_poll_at at time zone 'UTC',
                  'YYYY-MM-DD"T"HH24:MI:SS"Z"') from poll_state
                where last_attempt_at >= ?::timestamptz and (last_error is not null or state <> 'live') and (? or channel_id = any(?)) order by channel_id""",
                row -> row.getString(1), start.toString(), request.channelIds().isEmpty(), request.channelIds().toArray(Integer[]::new));
        return sql.all("""
                select count(distinct channel_id)::int, count(*) filter (where status <> 'failed'), coalesce(sum(readings_fetched), 0),
                  coalesce(sum(readings_inserted), 0), coalesce(sum(readings_updated), 0), coalesce(sum(readings_unchanged), 0),
                  coalesce(sum(readings_rejected), 0) from ingestion_logs where run_id = any(?)""",
                row -> new SyncResult(row.getInt(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7), failures),
                (Object) ids).get(0);
    }
}
