package io.wattline.reading;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Decides which polls run: at most one per channel, and none while ingestion is paused or the process stops. Other work
 * that must end before the process does, such as that of a backfill worker, registers here too. Safe for many threads.
 */
public final class PollScheduler {

    private final PollSettings settings;
    private final Clock clock;
    private final IngestionPause pause;
    private final Set<Object> running = new HashSet<>();
    private boolean stopping;
    private boolean suspended;

    public PollScheduler(PollSettings settings, Clock clock, IngestionPause pause) {
        this.settings = settings;
        this.clock = clock;
        this.pause = pause;
    }

    /** The rows of {@code db/sql/channels-due.sql} whose channels are not being polled. */
    public synchronized List<Map<String, Object>> idle(List<Map<String, Object>> due) {
        return due.stream().filter(row -> isOpen() && !running.contains(DueChannel.channelId(row))).toList();
    }

    /**
     * Registers these channels as being polled; each must be {@link #release released}. Leaves out what is registered
     * already.
     */
    public synchronized List<DueChannel> claim(List<Map<String, Object>> due, long runId) {
        return due.stream()
                .filter(row -> isOpen() && running.add(DueChannel.channelId(row)))
                .map(row -> new DueChannel(row, runId))
                .toList();
    }

    /** The poll of a channel: of the range that its row names, or else of what is due. */
    public ChannelPoll begin(DueChannel due) {
        PollRow row = new PollRow(due.row());
        Instant now = clock.instant();
        return row.range()
                .map(range -> ChannelPoll.over(range, row.channel(), settings, due.runId(), now))
                .orElseGet(() -> ChannelPoll.due(row.channel(), settings, due.runId(), now));
    }

    /** Whether the poll reads another window. */
    public synchronized boolean continues(ChannelPoll poll) {
        return poll.hasNext() && isOpen();
    }

    /** The poll of the channel has ended. */
    public synchronized void release(DueChannel due) {
        leave(due.channelId());
    }

    /**
     * Registers work other than a poll; false while nothing may begin. It must end soon once {@link #isOpen} is false,
     * and {@link #leave}.
     */
    public synchronized boolean enter(Object work) {
        return isOpen() && running.add(work);
    }

    /** The work has ended. */
    public synchronized void leave(Object work) {
        running.remove(work);
        notifyAll();
    }

    /** How many polls, waiting ones included, and how much other work is registered. */
    public synchronized int running() {
        return running.size();
    }

    /**
     * Lets no poll begin until {@link #resume}; each ends after its window. Gives whether all have ended within the
     * time.
     */
    public synchronized boolean suspend(Duration atMost) throws InterruptedException {
        suspended = true;
        return awaitIdle(atMost);
    }

    private boolean awaitIdle(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toMillis();
                !running.isEmpty() && left > 0;
                left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
            wait(left);
        }
        return running.isEmpty();
    }

    public synchronized void resume() {
        suspended = false;
    }

    /** Whether requests may go to the source. */
    public synchronized boolean isOpen() {
        return !stopping && !suspended && !pause.isSet();
    }

    /** Whether an operator has paused ingestion. */
    public boolean isPaused() {
        return pause.isSet();
    }

    public synchronized boolean isStopping() {
        return stopping;
    }

    /** Lets no poll begin any more; each ends after its window. Gives whether all have ended within the time. */
    public synchronized boolean stop(Duration atMost) throws InterruptedException {
        stopping = true;
        return awaitIdle(atMost);
    }
}
