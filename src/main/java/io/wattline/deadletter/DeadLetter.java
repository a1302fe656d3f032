package io.wattline.deadletter;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;

/**
 * A row of {@code dead_letters}: a reading that is set aside, or some values of a reading that is kept otherwise.
 *
 * @param id               number of the row
 * @param receivedAt       when it arrived first
 * @param stage            the stage that rejected it, such as {@code normalise}, {@code validate}
 * @param channelId        the channel of the request; null where it concerns none
 * @param readingTimestamp start of the reading's interval; null where it has no readable timestamp
 * @param rule             the decisive rule, such as {@code power-range}
 * @param reason           for people: what was found, what is allowed, where to change it
 * @param columns          columns of {@code readings} whose values are set aside while the rest of the reading is kept;
 *                         empty where nothing of it is kept
 * @param failures         every rule and reason as JSON; null where they were not recorded
 * @param payload          what arrived, as JSON
 * @param runId            the run that received it
 * @param status           {@code open}, {@code replayed} or {@code discarded}
 * @param timesSeen        how often it arrived
 * @param closedAt         when it was replayed or discarded; null while it is open
 * @param closedBy         who closed it
 * @param closeReason      why
 */
public record DeadLetter(
        long id,
        Instant receivedAt,
        String stage,
        Integer channelId,
        Instant readingTimestamp,
        String rule,
        String reason,
        List<String> columns,
        @JsonRawValue String failures,
        @JsonRawValue String payload,
        Long runId,
        String status,
        int timesSeen,
        Instant closedAt,
        String closedBy,
        String closeReason) {

    public static final String OPEN = "open";
    public static final String REPLAYED = "replayed";
    public static final String DISCARDED = "discarded";

    /** What is set aside, for people: {@code the reading}, or {@code power_factor only}. */
    public String what() {
        return columns.isEmpty() ? "the reading" : String.join(", ", columns) + " only";
    }
}
