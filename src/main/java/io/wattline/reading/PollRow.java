package io.wattline.reading;

import io.wattline.channel.Channel;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A row of {@code db/sql/channels-due.sql} or {@code db/sql/backfill-claim.sql}: a channel that is to be read. */
record PollRow(Map<String, Object> row) {

    /** The requested range; empty where what is due is read. */
    Optional<Interval> range() {
        Instant start = instant("range_start");
        return start == null ? Optional.empty() : Optional.of(new Interval(start, instant("range_end")));
    }

    PolledChannel channel() {
        return new PolledChannel(place(), state(), codes("device_type_fields"));
    }

    private Channel place() {
        return new Channel(
                (Integer) row.get("channel_id"),
                (String) row.get("channel_name"),
                (String) row.get("organization_id"),
                (String) row.get("device_type"),
                (String) row.get("channel_type"),
                Duration.ofSeconds((Integer) row.get("interval_seconds")),
                instant("installed_at"),
                instant("uninstalled_at"));
    }

    private PollState state() {
        List<String> fields = codes("fields");
        return new PollState(
                instant("cursor"),
                instant("last_reading_at"),
                instant("previous_at"),
                seconds("window_max_seconds"),
                fields.isEmpty() ? null : fields,
                (Boolean) row.get("fields_proven"),
                (Integer) row.get("strikes"),
                (Integer) row.get("consecutive_failures"),
                PollState.Status.valueOf(((String) row.get("state")).toUpperCase(Locale.ROOT)),
                (String) row.get("state_reason"),
                instant("state_since"),
                seconds("look_back_seconds"));
    }

    private Duration seconds(String column) {
        Integer seconds = (Integer) row.get(column);
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    private List<String> codes(String column) {
        Object commaSeparated = row.get(column);
        return commaSeparated == null || commaSeparated.toString().isEmpty()
                ? List.of()
                : List.of(commaSeparated.toString().split(","));
    }

    private Instant instant(String column) {
        Object timestamp = row.get(column);
        return timestamp == null ? null : ((Timestamp) timestamp).toInstant();
    }
}
