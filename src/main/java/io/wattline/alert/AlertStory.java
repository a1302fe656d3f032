package io.wattline.alert;

import java.time.Instant;
import java.util.List;

/** The history of an alert, and the state of its messages. */
public record AlertStory(List<Event> events, List<Sent> messages) {

    /** A row of {@code alert_events}. */
    public record Event(Instant at, String event, String byWhom, String text) {
    }

    /** A row of {@code alert_outbox}. */
    public record Sent(String channel, String kind, String state, int attempts, Instant settledAt, String lastError) {
    }
}
