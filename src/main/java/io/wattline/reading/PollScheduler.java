package io.wattline.reading;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Where polls are handed out: a channel is polled by one worker at a time, and a poll ends after the window at hand when the process stops.
 * Reads the rows of {@code db/sql/channels-due.sql} and writes the parameters of {@code db/sql/poll-settle.sql}.
 */
public final class PollScheduler {

    private final PollSettings settings;
    private final Clock clock;
    private final IngestionPause hold;
    private final Set<Object> inFlight = new HashSet<>();
    private boolean stopping;
    private boolean paused;

    public PollScheduler(PollSettings settings, Clock clock, IngestionPause hold) {
        this.settings = settings;
        this.clock = clock;
        this.hold = hold;
    }

    /** The rows whose channel no worker has in hand. */
    public synchronized List<Map<String, Object>> idle(List<Map<String, Object>> due) {
        return due.stream().filter(row -> isOpen() && !inFlight.contains((Integer) row.get("channel_id"))).toList();
    }

    /** The same, now in hand; each must be {@link #release released}. */
    public synchronized List<Map<String, Object>> claim(List<Map<String, Object>> due) {
        return due.stream().filter(row -> isOpen() && inFlight.add((Integer) row.get("channel_id"))).toList();
    }

    /** The poll of a claimed row. */
    public ChannelPoll begin(Map<String, Object> row, long runId) {
        PollRow known = new PollRow(row);
        return known.range()
                .map(range -> ChannelPoll.over(range, known.channel(), known.state(), known.offered(), settings, runId, clock.instant()))
                .orElseGet(() -> ChannelPoll.due(known.channel(), known.state(), known.offered(), settings, runId, clock.instant()));
    }

    /** Whether the poll goes on; false while the process stops. */
    public synchronized boolean goesOn(ChannelPoll poll) {
        return poll.hasNext() && isOpen();
    }

    /** What to remember of the poll. */
    public Map<String, Object> settle(ChannelPoll poll) {
        Map<String, Object> parameters = new HashMap<>();
        PollState state = poll.state();
        parameters.put("channel_id", poll.channel().channelId());
        parameters.put("run_id", poll.runId());
        parameters.put("now", clock.instant().toString());
        parameters.put("next_poll_at", poll.nextPollAt().map(Instant::toString).orElse(null));
        parameters.put("failure", poll.failure().orElse(null));
        parameters.put("failures", state.consecutiveFailures());
        parameters.put("window_max_seconds", state.windowMax() == null ? null : (int) state.windowMax().toSeconds());
        parameters.put("fields", state.fields() == null ? null : String.join(",", state.fields()));
        parameters.put("fields_proven", state.fieldsProven());
        parameters.put("strikes", state.strikes());
        parameters.put("state", state.status().name().toLowerCase(Locale.ROOT));
        parameters.put("interval_seconds", poll.learntInterval().map(length -> (int) length.toSeconds()).orElse(null));
        parameters.put("state_reason", state.statusReason());
        parameters.put("state_since", state.statusSince() == null ? null : state.statusSince().toString());
        return parameters;
    }

    /** Gives a channel back, whatever became of its poll. */
    public synchronized void release(int channelId) {
        leave(channelId);
    }

    /** Whether a piece of work beside the polls may begin; like them it is waited for, must end soon once {@link #isOpen} is false, and {@link #leave}. */
    public synchronized boolean enter(Object work) {
        return isOpen() && inFlight.add(work);
    }

    /** The piece of work is over. */
    public synchronized void leave(Object work) {
        inFlight.remove(work);
        notifyAll();
    }

    /** How many channels, and pieces of work beside the polls, are in hand. */
    public synchronized int inHand() {
        return inFlight.size();
    }

    /** No poll begins until {@link #resume}, and each ends after its window; whether all have ended within that time. */
    public synchronized boolean pause(Duration atMost) throws InterruptedException {
        paused = true;
        return awaitIdle(atMost);
    }

    private boolean awaitIdle(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toMillis(); !inFlight.isEmpty() && left > 0; left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
            wait(left);
        }
        return inFlight.isEmpty();
    }

    public synchronized void resume() {
        paused = false;
    }

    /** An operator wants rest: no poll begins until {@link #letGo}, also after a restart, and each ends after its window. Not waited for. */
    public void hold() {
        hold.set(true);
    }

    public void letGo() {
        hold.set(false);
    }

    /** For a service that starts: rest that was asked for before goes on. {@link IllegalStateException} where the database does not answer. */
    public void restoreHold() {
        hold.restore();
    }

    public boolean isHeld() {
        return hold.isSet();
    }

    /** Whether anything may be asked of the source; false while it is paused, and for ever once the process stops. */
    public synchronized boolean isOpen() {
        return !stopping && !paused && !hold.isSet();
    }

    /** Whether the process stops: whatever goes on piece by piece ends with the one in hand. */
    public synchronized boolean isStopping() {
        return stopping;
    }

    /** No poll begins any more, and each ends after its window; whether all have ended within that time. */
    public synchronized boolean stop(Duration atMost) throws InterruptedException {
        stopping = true;
        return awaitIdle(atMost);
    }
}
