package io.wattline.alert;

import java.time.Instant;
import java.util.List;

/**
 * What an evaluation changes of one alert: parameters of {@code db/sql/alerts-keep.sql}.
 *
 * @param version  of the row that it changes; 0 where there is none
 * @param alert    as it is now
 * @param events   what has happened to it
 * @param messages what people hear, by the ways that take it
 */
public record AlertChange(int version, Alert alert, List<Event> events, List<Outgoing> messages) {

    /** A line of the alert's history. */
    public record Event(Instant at, String event, String text) {
    }

    /** A message on its way. */
    public record Outgoing(String channel, Message message) {

        /** Stable: the way and the message. */
        public String id() {
            return message.id() + "/" + channel;
        }
    }
}
