package io.wattline.reading;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A rejected reading, or what is set aside of a reading that is kept otherwise; with what is needed to look at it and
 * to replay it.
 *
 * @param stage      {@code normalise} or {@code validate}: who rejected it
 * @param channelId  the channel of the request
 * @param timestamp  start of its interval; null where it has no readable timestamp
 * @param violations every reason, the decisive one first; never empty
 * @param payload    a JSON response as the source gives it, with this one record: {@code
 *                   {"channel":..,"resolution":..,"units":{..},"records":[{..}]}}
 * @param columns    names of the columns of table {@code readings} whose values are set aside while the rest of the
 *                   reading is kept; empty where nothing of it is kept
 */
public record Rejected(
        String stage,
        int channelId,
        Instant timestamp,
        List<Violation> violations,
        String payload,
        List<String> columns) {

    public Rejected {
        violations = List.copyOf(violations);
        columns = List.copyOf(columns);
        if (violations.isEmpty()) {
            throw new IllegalArgumentException(
                    "Channel " + channelId + ", " + timestamp + ": rejected without a reason");
        }
    }

    /** A whole reading. */
    public Rejected(String stage, int channelId, Instant timestamp, List<Violation> violations, String payload) {
        this(stage, channelId, timestamp, violations, payload, List.of());
    }

    /** Whether the rest of the reading is kept. */
    public boolean isPartial() {
        return !columns.isEmpty();
    }

    /** The same where nothing of the reading is kept. */
    public Rejected whole() {
        return new Rejected(stage, channelId, timestamp, violations, payload);
    }

    /** The decisive rule. */
    public String rule() {
        return violations.get(0).rule();
    }

    /** Every reason in one line. */
    public String reason() {
        return violations.stream().map(Violation::reason).collect(Collectors.joining("; "));
    }
}
