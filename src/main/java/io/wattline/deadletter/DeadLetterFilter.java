package io.wattline.deadletter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Selects dead letters; null or an empty list means any.
 *
 * @param status    {@code open}, {@code replayed} or {@code discarded}
 * @param since     received at or after this
 */
public record DeadLetterFilter(String status, Integer channelId, String rule, Instant since, List<Long> ids) {

    public DeadLetterFilter {
        ids = List.copyOf(ids);
    }

    /** All open ones. */
    public static DeadLetterFilter open() {
        return new DeadLetterFilter(DeadLetter.OPEN, null, null, null, List.of());
    }

    /** An SQL condition with a {@code ?} for each of {@link #arguments()}. */
    String condition() {
        List<String> terms = new ArrayList<>(List.of("true"));
        if (status != null) {
            terms.add("status = ?");
        }
        if (channelId != null) {
            terms.add("channel_id = ?");
        }
        if (rule != null) {
            terms.add("rule = ?");
        }
        if (since != null) {
            terms.add("received_at >= ?");
        }
        if (!ids.isEmpty()) {
            terms.add("id = any(?)");
        }
        return String.join(" and ", terms);
    }

    List<Object> arguments() {
        List<Object> arguments = new ArrayList<>();
        for (Object value :
                new Object[] {status, channelId, rule, since, ids.isEmpty() ? null : ids.toArray(Long[]::new)}) {
            if (value != null) {
                arguments.add(value);
            }
        }
        return arguments;
    }
}
