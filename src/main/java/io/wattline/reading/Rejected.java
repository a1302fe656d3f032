package io.wattline.reading;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A rejected reading, with what is needed to look at it and to replay it.
 *
 * @param stage      {@code normalise} or {@code validate}: who rejected it
 * @param channelId  the channel of the request
 * @param timestamp  start of its interval; null where it has no readable timestamp
 * @param violations every reason, the decisive one first; never empty
 * @param payload    a JSON response as the source gives it, with this one record: {@code
 *                   {"channel":..,"resolution":..,"units":{..},"records":[{..}]}}
 */
public record Rejected(String stage, int channelId, Instant timestamp, List<Violation> violations, String payload) {

    public Rejected {
        violations = List.copyOf(violations);
        if (violations.isEmpty()) {
            throw new IllegalArgumentException(
                    "Channel " + channelId + ", " + timestamp + ": rejected without a reason");
        }
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
