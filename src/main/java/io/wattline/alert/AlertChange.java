package io.wattline.alert;

import java.time.Instant;
import java.util.List;

/**
 * What an evaluation changes of one alert: a parameter of {@code db/sql/alerts-keep.sql}.
 *
 * @param version  of the row that it changes; 0 for a new alert
 * @param alert    as it is now
 * @param events   what has happened to it
 * @param messages what people are sent, by notification channel
 */
public record AlertChange(int version, Alert alert, List<Event> events, List<Outgoing> messages) {

    /** A line of the alert's history. */
    public record Event(Instant at, String event, String text) {
    }

    /** A message for one notification channel. */
    public record Outgoing(String channel, Message message) {

        /** Stable: message and notification channel. */
        public String id() {
            return message.id() + "/" + channel;
        }
    }

    /** Whether it holds more than another look at the same state. */
    boolean isNews() {
        return !events.isEmpty() || !messages.isEmpty();
    }

    /** The same as a look that leaves the row and its version alone. */
    AlertChange unchanged() {
        return new AlertChange(version, alert.version(version), List.of(), List.of());
    }
}
