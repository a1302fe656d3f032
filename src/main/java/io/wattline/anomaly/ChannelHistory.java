package io.wattline.anomaly;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wattline.anomaly.detector.AnomalyKind;
import io.wattline.anomaly.detector.DayGrid;
import io.wattline.anomaly.watch.Adjustments;
import io.wattline.anomaly.watch.WatchState;
import io.wattline.channel.Channel;
import io.wattline.channel.RequestedChannels;
import io.wattline.database.NamedSql;
import io.wattline.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** What is stored of channels, as their detectors need it. */
final class ChannelHistory {

    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();
    private static final double SECONDS_PER_HOUR = 3600;

    /** A change of readings that the detectors have not seen. */
    record Change(long id, Instant from) {
    }

    private final Sql sql;

    ChannelHistory(DataSource database) {
        this.sql = new Sql(database);
    }

    /** Refuses channels that do not exist. */
    void require(List<Integer> channelIds) {
        RequestedChannels.require(sql, channelIds.toArray(Integer[]::new));
    }

    /** @param channelIds empty for all active channels */
    List<JudgedChannel> channels(List<Integer> channelIds) {
        Map<String, Object> values = new HashMap<>();
        values.put("channels", channelIds.isEmpty() ? null : channelIds.toArray(Integer[]::new));
        return sql.all(NamedSql.file("anomaly-channels"), values, ChannelHistory::channel);
    }

    private static JudgedChannel channel(ResultSet row) throws SQLException {
        Channel channel = new Channel(row.getInt("channel_id"), row.getString("channel_name"),
                row.getString("organization_id"), row.getString("device_type"), row.getString("channel_type"),
                Duration.ofSeconds(row.getInt("interval_seconds")), Sql.instant(row, "installed_at"),
                Sql.instant(row, "uninstalled_at"));
        return new JudgedChannel(channel, ZoneId.of(row.getString("time_zone")), row.getString("country"),
                row.getString("parts"), Sql.instant(row, "first_reading"));
    }

    List<Change> changes(int channelId) {
        return sql.all(NamedSql.file("anomaly-queue"), Map.of("channel", channelId),
                row -> new Change(row.getLong("queue_id"), Sql.instant(row, "changed_from")));
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The newest checkpoint before a day. */
    Optional<WatchState> checkpoint(int channelId, LocalDate before, String settings) {
        return sql.all(NamedSql.file("anomaly-checkpoint"),
                Map.of("channel", channelId, "before", before, "settings", settings), row -> row.getString(1)).stream()
                .map(ChannelHistory::state).findFirst();
    }

    private static WatchState state(String text) {
        try {
            return JSON.readValue(text, WatchState.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("anomaly_checkpoints has a state that cannot be read: " + e.getMessage(),
                    e);
        }
    }

    /** The readings of the days from {@code from} to the end of a grid. */
    DayGrid readings(JudgedChannel channel, LocalDate from, LocalDate through) {
        DayGrid grid = channel.grid(through);
        double perHour = SECONDS_PER_HOUR / channel.channel().interval().toSeconds();
        sql.all(NamedSql.file("anomaly-readings"), Map.of("channel", channel.id(), "start", channel.start(from),
                "end", channel.start(through.plusDays(1))), row -> {
                    double energy = number(row, "energy_kwh");
                    double power = number(row, "power_kw");
                    Instant start = Instant.ofEpochSecond(row.getLong("second"));
                    grid.put(start, energy, Double.isNaN(power) ? energy * perHour : power);
                    double phases = number(row, "phases_kwh");
                    if (!Double.isNaN(phases)) {
                        grid.putPart("phases", start, phases);
                    }
                    return null;
                });
        return channel.parts().isEmpty() ? grid : withParts(grid, channel, from, through);
    }

    private DayGrid withParts(DayGrid grid, JudgedChannel channel, LocalDate from, LocalDate through) {
        sql.all(NamedSql.file("anomaly-part-readings"), Map.of("channel", channel.id(), "start", channel.start(from),
                "end", channel.start(through.plusDays(1))), row -> {
                    grid.putPart(row.getString("part_group"), Instant.ofEpochSecond(row.getLong("second")),
                            number(row, "energy_kwh"));
                    return null;
                });
        return grid;
    }

    private static double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    Adjustments adjustments(int channelId) {
        return new Adjustments(sql.all(NamedSql.file("anomaly-adjustments"), Map.of("channel", channelId), row ->
                new Adjustments.Adjustment(AnomalyKind.find(row.getString("detector")).orElse(null),
                        row.getObject("from_day", LocalDate.class), row.getDouble("factor"),
                        row.getObject("accepted_level", LocalDate.class), row.getString("source").equals("budget"))));
    }
}
