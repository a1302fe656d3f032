package io.wattline.reading;

import io.wattline.channel.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a poll requests next, and what each response or refusal changes about it. The poll ends where nothing is left to
 * request.
 */
public final class PollRequests {

    private final Channel channel;
    private final long runId;
    private final PollLessons lessons;
    private final PollCursor cursor;
    private final PollRange range;
    private final PollEnd end;
    private boolean background;

    PollRequests(Channel channel, long runId, PollLessons lessons, PollCursor cursor, PollRange range, PollEnd end) {
        this.channel = channel;
        this.runId = runId;
        this.lessons = lessons;
        this.cursor = cursor;
        this.range = range;
        this.end = end;
    }

    /** From now on requests take the share of backfill, so that live polling never waits for them. */
    void inBackground() {
        background = true;
    }

    public boolean hasNext() {
        return !end.isReached() && !range.isRead();
    }

    /**
     * The window to request now. It stays the same, perhaps shorter or with fewer fields, until it is {@link #kept}.
     */
    public Window next() {
        return window(lessons.fields().fields());
    }

    private Window window(List<String> fields) {
        return new Window(channel, range.next(lessons.window()), fields, runId, background);
    }

    /**
     * Whether the fields of the channel must be found out before the next window: from the offer, or by a {@link
     * #trial}.
     */
    public boolean wantsFields() {
        return lessons.fields().wantsOffer() || trial().isPresent();
    }

    /**
     * A window whose response shows whether the channel has some fields; it is not kept. Empty where the offer is
     * requested first.
     */
    public Optional<Window> trial() {
        return lessons.fields().wantsOffer() ? Optional.empty() : lessons.fields().trial().map(this::window);
    }

    /** @param reason why the source refused the {@link #trial}; null where it answered */
    public void tried(boolean answered, String reason) {
        if (!lessons.tried(answered, reason)) {
            end.refused(reason);
        }
    }

    /** The fields that the source offers for the channel; empty where it does not say. */
    public void offered(List<String> fields) {
        lessons.fields().offered(fields);
    }

    /** Whether this poll requests what follows the window. */
    public boolean continuesAfter(Window window) {
        return range.continuesAfter(window.interval());
    }

    /** The readings of the window are kept. */
    public void kept(Window window) {
        lessons.worked();
        cursor.nextWindow();
        range.read(window.interval());
    }

    /**
     * The source refuses the window for good. The poll requests less, if it can; otherwise it ends, and the refusal is
     * counted.
     */
    public void refused(Window window, String reason) {
        if (!lessons.refused(window, reason)) {
            end.refused(reason);
        }
    }

    /**
     * The response has longer bins than were requested. A shorter window may bring the right ones. Where even the
     * shortest does not and nothing of the channel is kept yet, the channel has readings of that length, and the next
     * poll requests these.
     */
    public void coarsened(Window window, Duration found, String reason) {
        lessons.fields().worked();
        boolean shorter = lessons.halve(window);
        if (!shorter && cursor.lastReadingAt() == null && found.compareTo(channel.interval()) > 0) {
            end.learntInterval(found);
        } else if (!shorter) {
            end.refused(reason);
        }
    }

    /** The response has more than is read. The next request is for a shorter window, as long as there is one. */
    public void tooLarge(Window window, String reason) {
        if (!lessons.halve(window)) {
            end.refused(reason);
        }
    }

    /** The subscription has ended: the channel pauses. */
    public void subscriptionEnded(String reason) {
        lessons.paused(reason);
        end.refused(reason);
    }

    /** The source refuses every window of the channel, for another reason than its length or its fields. */
    public void refusedForGood(String reason) {
        end.refused(reason);
    }

    /**
     * The poll ends; a later one requests the window again.
     *
     * @param ofSource whether the failure concerns this channel; false for one that meets every channel, such as an
     *                 open breaker
     */
    public void failed(String reason, boolean ofSource) {
        end.failed(reason, ofSource);
    }

    /** The poll ends, since the circuit breaker is open: nothing was requested. */
    void waits(String reason) {
        end.waits(reason);
    }
}
