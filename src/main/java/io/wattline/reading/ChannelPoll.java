package io.wattline.reading;

import io.wattline.channel.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One poll of one channel: where it begins and ends, where the cursor stands, and what is remembered; its {@link
 * #requests} say what comes next. A poll of what is due reads from the cursor minus the look-back to the last finished
 * slot, and the cursor moves in the database together with the readings. A poll of a requested range leaves the cursor
 * as it is. One thread at a time uses a poll.
 */
public final class ChannelPoll {

    private final Channel channel;
    private final PollSettings settings;
    private final long runId;
    private final Instant now;
    private final boolean movesCursor;
    private final PollLessons lessons;
    private final PollCursor cursor;
    private final PollRange range;
    private final PollEnd end = new PollEnd();
    private final PollRequests requests;
    private Long reconciliation;

    private ChannelPoll(PolledChannel polled, PollSettings settings, long runId, Instant now, Interval wanted) {
        this.channel = polled.channel();
        this.settings = settings;
        this.runId = runId;
        this.now = now;
        movesCursor = wanted == null;
        lessons = new PollLessons(polled.state(), polled.deviceTypeFields(), settings, now);
        cursor = new PollCursor(polled.state(), channel.interval(), now.minus(settings.waitForLate()));
        Instant finished = now.minus(settings.delay());
        range = new PollRange(channel, wanted == null ? settings.pollStart(polled.state(), now) : wanted.start(),
                wanted == null || wanted.end().isAfter(finished) ? finished : wanted.end());
        requests = new PollRequests(channel, runId, lessons, cursor, range, end);
    }

    /** A poll of what is due at {@code now}. */
    public static ChannelPoll due(PolledChannel polled, PollSettings settings, long runId, Instant now) {
        return new ChannelPoll(polled, settings, runId, now, null);
    }

    /** A poll of a range that somebody requests, as far as it lies in the past and the channel was installed. */
    public static ChannelPoll over(
            Interval range, PolledChannel polled, PollSettings settings, long runId, Instant now) {
        return new ChannelPoll(polled, settings, runId, now, range);
    }

    /** The same poll, whose requests take the share of backfill. */
    public ChannelPoll inBackground() {
        requests.inBackground();
        return this;
    }

    /** The same poll, whose windows are compared with what is kept on behalf of a reconciliation. */
    public ChannelPoll comparedBy(long reconciliationJob) {
        reconciliation = reconciliationJob;
        return this;
    }

    /** The reconciliation's job; empty where nothing is compared. */
    public Optional<Long> reconciliation() {
        return Optional.ofNullable(reconciliation);
    }

    /** What is requested next, and what responses and refusals mean for it. */
    public PollRequests requests() {
        return requests;
    }

    public boolean hasNext() {
        return requests.hasNext();
    }

    /** Start of the last reading before the next window; empty where there is none. */
    public Optional<Instant> previous() {
        return Optional.ofNullable(cursor.previous());
    }

    /**
     * Where the cursor stands once a part of a window is kept: at the end of the part. While the channel is silent, the
     * cursor waits for late data at the newest reading, at most {@link PollSettings#waitForLate()}. Null where the
     * cursor does not move.
     */
    public Instant cursorAfter(Interval part, Instant newestReading) {
        if (movesCursor) {
            return cursor.after(part, newestReading);
        }
        cursor.read(newestReading);
        return null;
    }

    /** Whether the poll reads what is due, and not a requested range. */
    public boolean isLive() {
        return movesCursor;
    }

    /** Whether the channel was dead or paused before this poll and has been read. */
    public boolean hasRevived() {
        return lessons.status().isRevived();
    }

    /** What another poll can read of the range; empty where nothing is left, or where the source refuses it. */
    Optional<Interval> unread() {
        return end.leavesRest() ? Optional.of(range.rest()) : Optional.empty();
    }

    /** Whether it ended because the circuit breaker is open. */
    boolean isWaiting() {
        return end.isWaiting();
    }

    /** When the channel is polled next; empty where this poll does not decide it. */
    public Optional<Instant> nextPollAt() {
        return movesCursor ? Optional.of(nextDue()) : Optional.empty();
    }

    private Instant nextDue() {
        if (!lessons.status().isLive()) {
            return now.plus(settings.deadRetry());
        }
        if (failure().isPresent()) {
            return now.plus(end.isFailureOfSource() ? settings.backOff(lessons.failures()) : settings.retryDelay());
        }
        return range.isRead() && learntInterval().isEmpty() ? settings.nextPoll(channel.interval(), now) : now;
    }

    /** What is remembered. The cursor is that of the poll's start: it moves with the readings. */
    public PollState state() {
        int failures = failure().isEmpty() ? 0 : lessons.failures() + (end.isFailureOfSource() ? 1 : 0);
        return lessons.state(cursor, failures);
    }

    /** Why the poll failed. */
    public Optional<String> failure() {
        return end.failure();
    }

    /** The length of the channel's readings, where this poll has found another one than the channel has. */
    public Optional<Duration> learntInterval() {
        return end.learntInterval();
    }

    /** What the log says of the channel: it is dead, paused, or read again, or its readings have another length. */
    public Optional<String> notice() {
        return learntInterval()
                .map(length -> "is read in bins of " + length.toSeconds()
                        + " s from now on (channels.interval_seconds), since the source gives nothing finer")
                .or(lessons::notice);
    }

    public Channel channel() {
        return channel;
    }

    public long runId() {
        return runId;
    }
}
