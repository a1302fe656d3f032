package io.wattline.alert;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Messages that table {@code alert_outbox} cannot hold now: those that wait, and those that were sent from here and are
 * stored as sent later. Thread-safe.
 */
final class UnstoredMessages {

    private final Map<String, AlertChange.Outgoing> waiting = new LinkedHashMap<>();
    private final Map<String, Instant> sent = new HashMap<>();
    private volatile Runnable afterSent = () -> { };

    /** What runs after a message has been sent. */
    void onSent(Runnable listener) {
        afterSent = listener;
    }

    /** Adds messages; those that are sent already do not wait. */
    synchronized void add(List<AlertChange.Outgoing> messages, Map<String, Instant> alreadySent) {
        for (AlertChange.Outgoing outgoing : messages) {
            Instant at = alreadySent.get(outgoing.id());
            if (at == null) {
                waiting.put(outgoing.id(), outgoing);
            } else {
                sent.put(outgoing.id(), at);
            }
        }
    }

    /** The next message of a notification channel. */
    synchronized Optional<AlertChange.Outgoing> first(String channel) {
        return waiting.values().stream().filter(outgoing -> outgoing.channel().equals(channel)).findFirst();
    }

    /** A message has been sent. */
    void sent(String id, Instant at) {
        synchronized (this) {
            if (waiting.remove(id) != null) {
                sent.put(id, at);
            }
        }
        afterSent.run();
    }

    /** Messages that were sent, by id, and when. */
    synchronized Map<String, Instant> sent() {
        return Map.copyOf(sent);
    }

    /** When a message was sent; null where it was not. */
    synchronized Instant sentAt(AlertChange.Outgoing outgoing) {
        return sent.get(outgoing.id());
    }

    /** The table holds these now. */
    synchronized void forget(List<AlertChange.Outgoing> messages) {
        messages.forEach(outgoing -> {
            waiting.remove(outgoing.id());
            sent.remove(outgoing.id());
        });
    }
}
