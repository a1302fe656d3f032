package io.wattline.reading;

import io.wattline.reading.PollState.Status;
import io.wattline.settings.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What refusals mean for the next request. The source answers {@code Invalid Parameter} for a field that the channel
 * lacks, for a range that is too long, and for a channel that cannot be read at all. So the poll, in this order, asks
 * which fields are offered, halves the window down to the shortest, tries groups of fields, and counts a strike. A
 * channel with three strikes in a row is dead.
 */
final class PollLessons {

    /** Strikes in a row after which a channel is dead. */
    static final int STRIKES_MAX = 3;

    private final PollState before;
    private final PollSettings settings;
    private final FieldLessons fields;
    private final PollStatus status;
    private Duration window;
    private int strikes;

    PollLessons(PollState before, List<String> deviceTypeFields, PollSettings settings, Instant now) {
        this.before = before;
        this.settings = settings;
        this.fields = new FieldLessons(before, deviceTypeFields, settings.coreFields());
        this.window = before.windowMax() == null ? settings.windowMax() : min(before.windowMax(), settings.windowMax());
        this.strikes = before.strikes();
        this.status = new PollStatus(before, now);
        if (strikes > 0) {
            // a window with too few fields would count as read: find out first which fields the channel has
            fields.searchAtOnce();
        }
    }

    FieldLessons fields() {
        return fields;
    }

    Duration window() {
        return window;
    }

    /**
     * A trial of fields was answered or refused. False after the last trial where the channel has refused all: a strike
     * is counted.
     */
    boolean tried(boolean answered, String reason) {
        fields.tried(answered);
        boolean over = fields.trial().isEmpty();
        if (over && !fields.proven()) {
            strike(reason);
            return false;
        }
        if (over) {
            strikes = 0;
            // the fields were the cause, not the length of the window
            window = settings.windowMax();
        }
        return true;
    }

    /** A window was answered: the channel is live with these fields and this length. */
    void worked() {
        fields.worked();
        status.become(Status.LIVE, null);
    }

    /** Whether a smaller request is left; otherwise a strike is counted. */
    boolean refused(Window refused, String reason) {
        boolean other = fields.askForOffer() || halve(refused) || fields.search();
        if (!other) {
            strike(reason);
        }
        return other;
    }

    /** Halves the window; false where it is the shortest already. */
    boolean halve(Window refused) {
        Duration length = refused.interval().length();
        if (length.compareTo(settings.windowMin()) <= 0 || length.compareTo(refused.channel().interval()) <= 0) {
            return false;
        }
        Duration half = length.dividedBy(2);
        window = half.compareTo(settings.windowMin()) < 0 ? settings.windowMin() : half;
        return true;
    }

    private void strike(String reason) {
        strikes++;
        if (strikes >= STRIKES_MAX) {
            status.become(Status.DEAD, "refused " + strikes + " times in a row in windows of "
                    + Durations.humane(window) + ": " + reason);
        }
    }

    /** The subscription has ended. */
    void paused(String reason) {
        status.become(Status.PAUSED, reason);
    }

    int failures() {
        return before.consecutiveFailures();
    }

    PollStatus status() {
        return status;
    }

    /** The state to remember, with what the poll knows besides. */
    PollState state(PollCursor cursor, int consecutiveFailures) {
        Duration windowMax = window.equals(settings.windowMax()) ? null : window;
        return new PollState(
                before.cursor(),
                cursor.lastReadingAt(),
                cursor.previous(),
                windowMax,
                fields.toRemember(),
                fields.proven(),
                strikes,
                consecutiveFailures,
                status.status(),
                status.reason(),
                status.since(),
                before.lookBack());
    }

    /** What the log says of the channel. */
    Optional<String> notice() {
        return status.notice(settings.deadRetry());
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
