package io.wattline.reading;

import io.wattline.meter.Channel;
import java.sql.Timestamp;
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
public final class PollDesk {

    private final PollSettings settings;
    private final Clock clock;
    private final Set<Integer> inFlight = new HashSet<>();
    private boolean stopping;
    private boolean paused;

    public PollDesk(PollSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
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
        Instant from = instant(row.get("range_start"));
        List<String> offered = codes(row.get("device_type_fields"));
        if (from == null) {
            return ChannelPoll.due(channel(row), state(row), offered, settings, runId, clock.instant());
        }
        Interval range = new Interval(from, instant(row.get("range_end")));
        return ChannelPoll.over(range, channel(row), state(row), offered, settings, runId, clock.instant());
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
        parameters.put("state_since", text(state.statusSince()));
        return parameters;
    }

    /** Gives a channel back, whatever became of its poll. */
    public synchronized void release(int channelId) {
        inFlight.remove(channelId);
        notifyAll();
    }

    /** How many channels workers have in hand. */
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

    private boolean isOpen() {
        return !stopping && !paused;
    }

    /** No poll begins any more, and each ends after its window; whether all have ended within that time. */
    public synchronized boolean stop(Duration atMost) throws InterruptedException {
        stopping = true;
        return awaitIdle(atMost);
    }

    /** The channel of a row of {@code channels}. */
    public static Channel channel(Map<String, Object> row) {
        return new Channel((Integer) row.get("channel_id"), (String) row.get("channel_name"), (String) row.get("organization_id"),
                (String) row.get("device_type"), (String) row.get("channel_type"), Duration.ofSeconds((Integer) row.get("interval_seconds")),
                instant(row.get("installed_at")), instant(row.get("uninstalled_at")));
    }

    private static PollState state(Map<String, Object> row) {
        Integer windowMaxSeconds = (Integer) row.get("window_max_seconds");
        List<String> fields = codes(row.get("fields"));
        return new PollState(instant(row.get("cursor")), instant(row.get("last_reading_at")), instant(row.get("previous_at")),
                windowMaxSeconds == null ? null : Duration.ofSeconds(windowMaxSeconds), fields.isEmpty() ? null : fields,
                (Boolean) row.get("fields_proven"), (Integer) row.get("strikes"), (Integer) row.get("consecutive_failures"),
                PollState.Status.valueOf(((String) row.get("state")).toUpperCase(Locale.ROOT)),
                (String) row.get("state_reason"), instant(row.get("state_since")));
    }

    private static List<String> codes(Object commaSeparated) {
        return commaSeparated == null || commaSeparated.toString().isEmpty() ? List.of() : List.of(commaSeparated.toString().split(","));
    }

    private static Instant instant(Object timestamp) {
        return timestamp == null ? null : ((Timestamp) timestamp).toInstant();
    }

    private static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
