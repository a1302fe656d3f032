package io.wattline.reading;

import io.wattline.channel.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One poll of one channel: which window comes next, what a refusal teaches, and what is to be remembered. Not thread-safe: one poll is
 * walked by one worker. The windows of a poll follow each other without a hole from the cursor minus the look-back to the last finished
 * interval; the cursor itself moves in the database, with the readings.
 */
public final class ChannelPoll {

    private final Channel channel;
    private final PollSettings settings;
    private final PollLessons lessons;
    private final PollCursor cursor;
    private final long runId;
    private final Instant now;
    private final Instant end;
    private final boolean moves;
    private Instant next;
    private String failure;
    private boolean failureOfSource;
    private Duration learntInterval;
    private boolean over;

    private ChannelPoll(Channel channel, PollState state, List<String> deviceTypeFields, PollSettings settings, long runId, Instant now,
                        Interval range) {
        this.channel = channel;
        this.settings = settings;
        this.runId = runId;
        this.now = now;
        this.moves = range == null;
        this.lessons = new PollLessons(state, deviceTypeFields, settings, now);
        this.cursor = new PollCursor(state, channel.interval(), now.minus(settings.waitForLate()));
        Instant finished = now.minus(settings.delay());
        this.end = Slots.lastEnd(channel, range == null || range.end().isAfter(finished) ? finished : range.end());
        this.next = Slots.firstStart(channel, range == null ? from(state) : range.start());
    }

    /** What is due: from the cursor minus the look-back to the last interval that is finished at {@code now}. */
    public static ChannelPoll due(Channel channel, PollState state, List<String> deviceTypeFields, PollSettings settings, long runId, Instant now) {
        return new ChannelPoll(channel, state, deviceTypeFields, settings, runId, now, null);
    }

    /** A range that somebody asked for, as far as it lies in the past and the channel was there; the cursor stays where it is. */
    public static ChannelPoll over(Interval range, Channel channel, PollState state, List<String> deviceTypeFields, PollSettings settings, long runId,
                                   Instant now) {
        return new ChannelPoll(channel, state, deviceTypeFields, settings, runId, now, range);
    }

    private Instant from(PollState state) {
        Duration lookBack = state.lookBack() == null ? settings.lookBack() : state.lookBack();
        return state.cursor() == null ? now.minus(settings.history()) : state.cursor().minus(lookBack);
    }

    public boolean hasNext() {
        return !over && next.isBefore(end);
    }

    /** Whether something is to be found out about the channel's fields before the next window: what it offers, or a {@link #trial}. */
    public boolean wantsFields() {
        return lessons.fields().wantsOffer() || lessons.fields().trial().isPresent();
    }

    /** A question whose answer is not kept: whether the channel has these fields. Empty where the source is to be asked what it offers. */
    public Optional<Window> trial() {
        return lessons.fields().wantsOffer() ? Optional.empty() : lessons.fields().trial().map(fields -> new Window(channel, next().interval(), fields, runId));
    }

    /**
     * The outcome of a {@link #trial}.
     *
     * @param reason for people, where it was refused
     */
    public void tried(boolean answered, String reason) {
        if (!lessons.tried(answered, reason)) {
            failed(reason, true);
        }
    }

    /** The window to ask for now; the same one, perhaps shorter or with fewer fields, until it is {@link #took taken}. */
    public Window next() {
        Instant aligned = Interval.floor(next.plus(lessons.window()), channel.interval());
        Instant atLeast = aligned.isAfter(next) ? aligned : next.plus(channel.interval());
        return new Window(channel, new Interval(next, atLeast.isAfter(end) ? end : atLeast), lessons.fields().fields(), runId);
    }

    /** The source's word on which fields the channel offers; empty where it does not say. */
    public void offered(List<String> fields) {
        lessons.fields().offered(fields);
    }

    /** Start of the last reading from before the next window; empty where there is none. */
    public Optional<Instant> previous() {
        return Optional.ofNullable(cursor.previous());
    }

    /** Whether this poll asks for what follows the window. */
    public boolean goesOnAfter(Window window) {
        return window.interval().end().isBefore(end);
    }

    /** The window is read and kept. */
    public void took(Window window) {
        lessons.worked();
        cursor.nextWindow();
        next = window.interval().end();
    }

    /**
     * The source refuses the window for good: asks narrower if there is a way, else ends the poll with a strike.
     *
     * @param reason for people
     */
    public void refused(Window window, String reason) {
        if (!lessons.refused(window, reason)) {
            failed(reason, true);
        }
    }

    /**
     * The answer has longer bins than were asked for, so its fields are right. A shorter window may get finer ones; a channel of which nothing is kept
     * and that gives nothing finer even for the shortest window is of that length, and is read so from the next poll on.
     */
    public void coarsened(Window window, Duration found, String reason) {
        lessons.fields().worked();
        boolean narrower = lessons.halve(window);
        if (!narrower && cursor.lastReadingAt() == null && found.compareTo(channel.interval()) > 0) {
            learntInterval = found;
            over = true;
        } else if (!narrower) {
            failed(reason, true);
        }
    }

    /** The length of the channel's readings, where this poll has found it to be another than was thought. */
    public Optional<Duration> learntInterval() {
        return Optional.ofNullable(learntInterval);
    }

    /** The subscription has ended: the channel pauses. */
    public void subscriptionEnded(String reason) {
        lessons.paused(reason);
        failed(reason, true);
    }

    /**
     * The poll cannot go on; the window is not done and will be asked for again.
     *
     * @param ofSource whether the channel itself is to blame; false for what befalls every channel, such as an open breaker or a database away
     */
    public void failed(String reason, boolean ofSource) {
        over = true;
        failure = reason;
        failureOfSource = ofSource;
    }

    /** Ends the poll after the window at hand, since the process stops; nothing is lost, the next poll goes on from the cursor. */
    public void stop() {
        over = true;
    }

    /**
     * Where the cursor may stand once a window is kept: at its end, but while the channel is silent it waits at its newest reading for
     * late data, at most {@link PollSettings#waitForLate()}. Null where it stays.
     */
    public Instant cursorAfter(Interval taken, Instant newestReading) {
        if (moves) {
            return cursor.after(taken, newestReading);
        }
        cursor.read(newestReading);
        return null;
    }

    /** When to poll again; empty where this poll says nothing about that. */
    public Optional<Instant> nextPollAt() {
        return moves ? Optional.of(nextDue()) : Optional.empty();
    }

    private Instant nextDue() {
        if (lessons.state().status() != PollState.Status.LIVE) {
            return now.plus(settings.deadRetry());
        }
        if (failure != null) {
            return now.plus(failureOfSource ? settings.backOff(lessons.failures()) : settings.retryDelay());
        }
        return learntInterval != null || next.isBefore(end) ? now : Interval.floor(now.minus(settings.delay()), channel.interval()).plus(channel.interval()).plus(settings.delay());
    }

    /** What to remember; the cursor is as it was at the start of the poll. */
    public PollState state() {
        PollState learnt = lessons.state();
        int failures = failure == null ? 0 : learnt.consecutiveFailures() + (failureOfSource ? 1 : 0);
        return new PollState(learnt.cursor(), cursor.lastReadingAt(), cursor.previous(), learnt.windowMax(), learnt.fields(), learnt.fieldsProven(), learnt.strikes(),
                failures, learnt.status(), learnt.statusReason(), learnt.statusSince(), learnt.lookBack());
    }

    /** Why the poll failed. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** What people should hear: the channel has died, paused, or come back in this poll. */
    public Optional<String> notice() {
        if (learntInterval != null) {
            return Optional.of("is read in bins of " + learntInterval.toSeconds() + " s from now on, since the source gives nothing finer "
                    + "(channels.interval_seconds).");
        }
        return lessons.notice();
    }

    public Channel channel() {
        return channel;
    }

    public long runId() {
        return runId;
    }
}
