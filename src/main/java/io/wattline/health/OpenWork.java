package io.wattline.health;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What waits for somebody or for its turn, as the database had it at the last look. */
public final class OpenWork {

    /**
     * @param alerts          that fire
     * @param messages        about alerts, on their way
     * @param oldestMessage   when the oldest of those was written that was tried and not taken; null where there is none
     * @param gaps            that are missed
     * @param deadLetters     that wait for somebody
     * @param backfillWindows that are not read yet
     */
    public record Counts(Instant at, long alerts, long messages, Instant oldestMessage, long gaps, long deadLetters, long backfillWindows) {
    }

    private final Clock clock;
    private volatile Counts counts;

    public OpenWork(Clock clock) {
        this.clock = clock;
    }

    /** Parameters of {@code db/sql/operations-open.sql}. */
    public Map<String, Object> question() {
        return Map.of("now", clock.instant().toString());
    }

    /** Takes the row of {@code db/sql/operations-open.sql}. */
    public void take(Map<String, Object> row) {
        counts = new Counts(time(row, "at"), number(row, "alerts"), number(row, "messages"), time(row, "oldest_message"), number(row, "gaps"),
                number(row, "dead_letters"), number(row, "backfill_windows"));
    }

    /** Empty before the first look. */
    public Optional<Counts> counts() {
        return Optional.ofNullable(counts);
    }

    private static long number(Map<String, Object> row, String column) {
        return ((Number) row.get(column)).longValue();
    }

    private static Instant time(Map<String, Object> row, String column) {
        return row.get(column) instanceof java.sql.Timestamp time ? time.toInstant() : null;
    }
}
