package io.wattline.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a sync learns of the runs and polls that it has started. Collects only while a sync waits. */
public final class SyncWatch {

    private final List<Long> runIds = new ArrayList<>();
    private final Map<Interval, List<Integer>> unread = new HashMap<>();
    private boolean watching;
    private boolean waiting;

    /** Forgets what was collected before, and begins to collect. */
    synchronized void begin() {
        runIds.clear();
        unread.clear();
        waiting = false;
        watching = true;
    }

    synchronized void started(long runId) {
        if (watching) {
            runIds.add(runId);
        }
    }

    /** A poll has ended. */
    synchronized void ended(ChannelPoll poll) {
        if (watching) {
            waiting |= poll.isWaiting();
            poll.unread().ifPresent(rest -> unread.computeIfAbsent(rest, none -> new ArrayList<>())
                    .add(poll.channel().channelId()));
        }
    }

    synchronized List<Long> runIds() {
        return List.copyOf(runIds);
    }

    /** Whether the circuit breaker has kept a request back since the last call. */
    synchronized boolean takeWaiting() {
        boolean taken = waiting;
        waiting = false;
        return taken;
    }

    /** The channels of which a part is unread because a request failed, by that part. Collects anew afterwards. */
    synchronized Map<Interval, List<Integer>> takeUnread() {
        Map<Interval, List<Integer>> taken = Map.copyOf(unread);
        unread.clear();
        return taken;
    }
}
