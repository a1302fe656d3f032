package io.wattline.reading;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A reading that is set aside, with everything needed to look at it and to send it through the same way again.
 *
 * @param stage      {@code normalise} or {@code validate}: who rejected it
 * @param channelId  the channel that was asked
 * @param timestamp  start of its interval; null where it has none that can be read
 * @param violations every reason, the first being the one that counts; never empty
 * @param payload    a JSON answer as the source gives it, with this one record: {@code {"channel":..,"resolution":..,"units":{..},"records":[{..}]}}
 */
public record Rejected(String stage, int channelId, Instant timestamp, List<Violation> violations, String payload) {

    public Rejected {
        violations = List.copyOf(violations);
        if (violations.isEmpty()) {
            throw new IllegalArgumentException("Channel " + channelId + ", " + timestamp + ": rejected without a reason");
        }
    }

    /** The rule that counts. */
    public String rule() {
        return violations.get(0).rule();
    }

    /** Every reason in one line. */
    public String reason() {
        return violations.stream().map(Violation::reason).collect(Collectors.joining("; "));
    }
}
