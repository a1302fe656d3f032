package io.wattline.alert;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Messages that no table can have now: those that wait, and those that were sent from here and are to be booked as sent. Thread-safe. */
final class MessageMemory {

    private final Map<String, AlertChange.Outgoing> waiting = new LinkedHashMap<>();
    private final Map<String, Instant> sent = new HashMap<>();
    private volatile Runnable afterSent = () -> { };

    /** Who is to know at once that one has been sent. */
    void onSent(Runnable listener) {
        afterSent = listener;
    }

    /** Takes messages, but for those that are sent already. */
    synchronized void take(List<AlertChange.Outgoing> messages, Map<String, Instant> alreadySent) {
        for (AlertChange.Outgoing outgoing : messages) {
            Instant at = alreadySent.get(outgoing.id());
            if (at == null) {
                waiting.put(outgoing.id(), outgoing);
            } else {
                sent.put(outgoing.id(), at);
            }
        }
    }

    /** The next of a way. */
    synchronized Optional<AlertChange.Outgoing> first(String channel) {
        return waiting.values().stream().filter(outgoing -> outgoing.channel().equals(channel)).findFirst();
    }

    /** One of them has been sent. */
    void sent(String id, Instant at) {
        synchronized (this) {
            if (waiting.remove(id) != null) {
                sent.put(id, at);
            }
        }
        afterSent.run();
    }

    /** Those that were sent, by id, and when. */
    synchronized Map<String, Instant> sent() {
        return Map.copyOf(sent);
    }

    /** When one was sent; null where it was not. */
    synchronized Instant sentAt(AlertChange.Outgoing outgoing) {
        return sent.get(outgoing.id());
    }

    /** The table has these now. */
    synchronized void forget(List<AlertChange.Outgoing> messages) {
        messages.forEach(outgoing -> {
            waiting.remove(outgoing.id());
            sent.remove(outgoing.id());
        });
    }
}
