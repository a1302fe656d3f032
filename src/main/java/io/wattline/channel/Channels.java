package io.wattline.channel;

import io.wattline.database.NamedSql;
import io.wattline.database.Sql;
import io.wattline.settings.NearMiss;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.sql.DataSource;

/** Looks up channels by id. */
public final class Channels {

    private final Sql sql;

    public Channels(DataSource database) {
        this.sql = new Sql(database);
    }

    /**
     * The channel as it is now; empty where it does not exist. Throws {@link IllegalStateException} where the database
     * does not answer.
     */
    public Optional<Channel> find(int channelId) {
        return sql
                .all(NamedSql.file("channel-by-id"), Map.of("channel", channelId), row -> channel(channelId, row))
                .stream()
                .findFirst();
    }

    /**
     * Start of the last reading of the channel before {@code start}; empty where there is none. Estimates do not count.
     */
    public Optional<Instant> lastReadingBefore(int channelId, Instant start) {
        return Optional.ofNullable(
                sql.one(NamedSql.file("channel-last-reading"), Map.of("channel", channelId, "before", start),
                        row -> Sql.instant(row, "last")));
    }

    /**
     * The highest power of the channel's good readings of a range, kW; empty where there are fewer than {@code least}.
     */
    public OptionalDouble peakKw(int channelId, Instant from, Instant to, int least) {
        Double peak = sql.one(
                NamedSql.file("channel-peak"),
                Map.of("channel", channelId, "from", from, "to", to, "least", least),
                row -> row.getObject("peak_kw", Double.class));
        return peak == null ? OptionalDouble.empty() : OptionalDouble.of(peak);
    }

    /** What is wrong with channels that somebody names; empty where all of them exist. */
    public Optional<String> unknown(List<Integer> channelIds) {
        List<String> known = sql.all(NamedSql.file("channel-ids"), Map.of(), row -> row.getString(1));
        List<String> unknown = channelIds.stream().map(String::valueOf).filter(id -> !known.contains(id))
                .map(id -> id + NearMiss.nearest(id, known).map(near -> " (did you mean " + near + "?)").orElse(""))
                .toList();
        return unknown.isEmpty() ? Optional.empty() : Optional.of("Unknown channel(s) " + String.join(", ", unknown)
                + "; allowed: ids of table channels");
    }

    private static Channel channel(int channelId, ResultSet row) throws SQLException {
        return new Channel(
                channelId,
                row.getString("channel_name"),
                row.getString("organization_id"),
                row.getString("device_type"),
                row.getString("channel_type"),
                Duration.ofSeconds(row.getInt("interval_seconds")),
                Sql.instant(row, "installed_at"),
                Sql.instant(row, "uninstalled_at"));
    }
}
