package io.wattline.reading;

import io.wattline.channel.Channels;
import io.wattline.database.NamedSql;
import io.wattline.database.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** What a sync asks the database: {@code db/sql/sync-*.sql}. */
final class SyncStatements {

    private final Sql sql;
    private final Channels channels;

    SyncStatements(DataSource database) {
        this.sql = new Sql(database);
        this.channels = new Channels(database);
    }

    /** What is wrong with the channels of a request; empty where all exist. */
    Optional<String> unknownChannels(SyncRequest request) {
        return channels.unknown(request.channelIds());
    }

    /** The channels whose readings have another length. */
    List<Integer> channelsOfOtherInterval(SyncRequest request, Duration interval) {
        Map<String, Object> values = values(request);
        values.put("seconds", (int) interval.toSeconds());
        return sql.all(NamedSql.file("sync-other-interval"), values, row -> row.getInt(1));
    }

    /** About how many windows the sync requests. */
    long expectedWindows(SyncRequest request, PollSettings settings, Instant now) {
        Map<String, Object> values = values(request);
        values.put("windowSeconds", (double) settings.windowMax().toSeconds());
        if (request.interval() != null) {
            values.put("start", request.interval().start());
            values.put("end", request.interval().end());
            return sql.one(NamedSql.file("sync-windows-range"), values, row -> row.getLong(1));
        }
        values.put("now", now);
        values.put("history", now.minus(settings.history()));
        return sql.one(NamedSql.file("sync-windows-due"), values, row -> row.getLong(1));
    }

    /** One line per channel that could not be read since the start of the sync. */
    List<String> failures(SyncRequest request, Instant start) {
        Map<String, Object> values = values(request);
        values.put("start", start);
        values.put("dated", request.interval() != null);
        return sql.all(NamedSql.file("sync-failures"), values, row -> row.getString(1));
    }

    /** One line per named channel of which nothing was to be read, and why. */
    List<String> notes(SyncRequest request, List<Long> runIds, Instant start) {
        Map<String, Object> values = values(request);
        values.put("start", start);
        values.put("runs", runIds.toArray(Long[]::new));
        values.put("rangeStart", request.interval() == null ? null : request.interval().start());
        values.put("rangeEnd", request.interval() == null ? null : request.interval().end());
        return sql.all(NamedSql.file("sync-notes"), values, row -> row.getString(1));
    }

    SyncResult totals(List<Long> runIds, List<String> failures, List<String> notes) {
        Map<String, Object> values = Map.of("runs", runIds.toArray(Long[]::new));
        return sql.one(NamedSql.file("sync-totals"), values, row -> new SyncResult(row.getInt(1), row.getLong(2),
                row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7), failures,
                notes));
    }

    private static Map<String, Object> values(SyncRequest request) {
        Map<String, Object> values = new HashMap<>();
        values.put("channels", request.channelIds().isEmpty() ? null : request.channelIds().toArray(Integer[]::new));
        return values;
    }
}
