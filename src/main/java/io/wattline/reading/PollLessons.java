package io.wattline.reading;

import io.wattline.eniscope.FieldLessons;
import io.wattline.reading.PollState.Status;
import io.wattline.settings.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What refusals teach about a channel. The vendor answers {@code Invalid Parameter} alike for a field that the channel lacks, for a range
 * that is too long, and for a channel that cannot be read at all; so, in this order: ask what it offers, halve the window down to the
 * shortest, find out which fields it has, and count a strike. Three strikes running and the channel is dead.
 */
final class PollLessons {

    /** Times running that a channel may refuse its shortest window before it is called dead. */
    static final int STRIKES_MAX = 3;

    private final PollState before;
    private final PollSettings settings;
    private final Instant now;
    private final FieldLessons fields;
    private Duration window;
    private int strikes;
    private Status status;
    private String statusReason;
    private Instant statusSince;

    PollLessons(PollState before, List<String> deviceTypeFields, PollSettings settings, Instant now) {
        this.before = before;
        this.settings = settings;
        this.now = now;
        this.fields = new FieldLessons(before, deviceTypeFields, settings.coreFields());
        this.window = before.windowMax() == null ? settings.windowMax() : min(before.windowMax(), settings.windowMax());
        this.strikes = before.strikes();
        this.status = before.status();
        this.statusReason = before.statusReason();
        this.statusSince = before.statusSince();
        if (strikes > 0) {
            // a window that came with fewer fields than there are would be taken for done: first see whether the channel answers, and to what
            fields.searchAtOnce();
        }
    }

    FieldLessons fields() {
        return fields;
    }

    Duration window() {
        return window;
    }

    /** A trial of fields was answered, or refused. False where that was the last one and the channel refuses everything: a strike is counted. */
    boolean tried(boolean answered, String reason) {
        fields.tried(answered);
        boolean over = fields.trial().isEmpty();
        if (over && !fields.proven()) {
            strike(reason);
            return false;
        }
        if (over) {
            strikes = 0;
            // the fields were to blame, not the length
            window = settings.windowMax();
        }
        return true;
    }

    /** A window was answered: fields and size work, and whatever was wrong is over. */
    void worked() {
        fields.worked();
        if (status != Status.LIVE) {
            status = Status.LIVE;
            statusReason = null;
            statusSince = now;
        }
    }

    /** Whether there is another way to ask; if not, a strike is counted. */
    boolean refused(Window refused, String reason) {
        boolean other = fields.askForOffer() || halve(refused) || fields.search();
        if (!other) {
            strike(reason);
        }
        return other;
    }

    /** Makes the window half as long; false where it is as short as may be. */
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
        if (strikes >= STRIKES_MAX && status != Status.DEAD) {
            leave(Status.DEAD, "refused " + strikes + " times running at " + window + ": " + reason);
        }
    }

    void paused(String reason) {
        if (status != Status.PAUSED) {
            leave(Status.PAUSED, reason);
        }
    }

    private void leave(Status to, String reason) {
        status = to;
        statusReason = reason;
        statusSince = now;
    }

    int failures() {
        return before.consecutiveFailures();
    }

    /** The state to remember; the counts of failures are the poll's. */
    PollState state() {
        Duration learnt = window.equals(settings.windowMax()) ? null : window;
        return new PollState(before.cursor(), before.lastReadingAt(), before.previousAt(), learnt, fields.toRemember(), fields.proven(), strikes,
                before.consecutiveFailures(), status, statusReason, statusSince, before.lookBack());
    }

    Optional<String> notice() {
        if (status == before.status()) {
            return Optional.empty();
        }
        return Optional.of(switch (status) {
            case LIVE -> "is read again";
            case PAUSED -> "is paused: " + statusReason + " It is tried again every " + Durations.humane(settings.deadRetry()) + ".";
            case DEAD -> "is taken for dead: " + statusReason + " It is tried again every " + Durations.humane(settings.deadRetry()) + ".";
        });
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
