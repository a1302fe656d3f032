package io.wattline.health;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Open work in the database, as a timer last counted it. */
public final class OpenWork {

    /**
     * The counts of one look.
     *
     * @param at              when they were taken
     * @param alerts          that are firing
     * @param messages        notifications that are not delivered yet
     * @param oldestMessage   when the oldest notification was written whose delivery has failed; null where none has
     *                        failed
     * @param gaps            that are open and due
     * @param deadLetters     that are open
     * @param partialLetters  those of deadLetters whose reading is kept without some values
     * @param backfillWindows that are not read yet
     * @param channels        that are active, which makes them watched
     * @param canaryAgeSeconds since the last canary reached the database; null before the first
     */
    public record Counts(Instant at, long alerts, long messages, Instant oldestMessage, long gaps, long deadLetters,
            long partialLetters, long backfillWindows, long channels, Long canaryAgeSeconds) {
    }

    private final Clock clock;
    private volatile Counts counts;

    public OpenWork(Clock clock) {
        this.clock = clock;
    }

    /** Parameters of {@code db/sql/operations-open.sql}. */
    public Map<String, Object> parameters() {
        return Map.of("now", clock.instant().toString());
    }

    /** Keeps the row that {@code db/sql/operations-open.sql} gives. */
    public void keep(Map<String, Object> row) {
        counts = new Counts(time(row, "at"), number(row, "alerts"), number(row, "messages"),
                time(row, "oldest_message"),
                number(row, "gaps"), number(row, "dead_letters"), number(row, "partial_letters"),
                number(row, "backfill_windows"),
                number(row, "channels"), row.get("canary_age") == null ? null : number(row, "canary_age"));
    }

    /** Empty before the first count. */
    public Optional<Counts> counts() {
        return Optional.ofNullable(counts);
    }

    private static long number(Map<String, Object> row, String column) {
        return ((Number) row.get(column)).longValue();
    }

    private static Instant time(Map<String, Object> row, String column) {
        return row.get(column) instanceof Timestamp time ? time.toInstant() : null;
    }
}
