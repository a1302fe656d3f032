package io.wattline.reading;

import io.wattline.reading.PollState.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What refusals teach about a channel. The vendor answers {@code Invalid Parameter} alike for a field that the channel lacks, for a range
 * that is too long, and for a channel that cannot be read at all; so, in this order: ask what it offers, halve the window down to the
 * shortest, ask for fewer fields, and count a strike. Three strikes running and the channel is dead.
 */
final class PollLessons {

    /** Times running that a channel may refuse its shortest window before it is called dead. */
    static final int STRIKES_MAX = 3;

    private final PollState before;
    private final PollSettings settings;
    private final Instant now;
    private FieldLadder ladder;
    private Duration window;
    private boolean fieldsProven;
    private boolean fieldsAsked;
    private boolean wantsFields;
    private boolean ladderUsed;
    private boolean learnAnew;
    private int strikes;
    private Status status;
    private String statusReason;
    private Instant statusSince;

    PollLessons(PollState before, List<String> deviceTypeFields, PollSettings settings, Instant now) {
        this.before = before;
        this.settings = settings;
        this.now = now;
        this.window = before.windowMax() == null ? settings.windowMax() : min(before.windowMax(), settings.windowMax());
        this.fieldsProven = before.fieldsProven();
        List<String> remembered = before.fields() == null ? deviceTypeFields : before.fields();
        this.ladder = new FieldLadder(before.strikes() > 0 ? List.of() : remembered, settings.coreFields());
        this.fieldsAsked = before.strikes() > 0;
        this.strikes = before.strikes();
        this.status = before.status();
        this.statusReason = before.statusReason();
        this.statusSince = before.statusSince();
    }

    Duration window() {
        return window;
    }

    List<String> fields() {
        return ladder.fields();
    }

    boolean wantsFields() {
        return wantsFields;
    }

    void offered(List<String> fields) {
        wantsFields = false;
        List<String> asked = ladder.fields();
        List<String> both = asked.stream().filter(fields::contains).toList();
        ladder = new FieldLadder(fields.isEmpty() ? asked : both.isEmpty() ? fields : both, settings.coreFields());
    }

    /** A window was answered: fields and size work, and whatever was wrong is over. */
    void worked() {
        fieldsProven = true;
        // it was asked for the least while it was refused: next time for everything again
        learnAnew = learnAnew || strikes > 0;
        strikes = 0;
        if (ladderUsed) {
            // the fields were to blame, not the length
            window = settings.windowMax();
            ladderUsed = false;
        }
        if (status != Status.LIVE) {
            status = Status.LIVE;
            statusReason = null;
            statusSince = now;
        }
    }

    /** Whether there is another way to ask; if not, a strike is counted. */
    boolean refused(Window refused, String reason) {
        if (strikes == 0 && askNarrower(refused)) {
            return true;
        }
        strikes++;
        if (strikes >= STRIKES_MAX && status != Status.DEAD) {
            leave(Status.DEAD, "refused " + strikes + " times running at " + window + ": " + reason);
        }
        return false;
    }

    private boolean askNarrower(Window refused) {
        if (!fieldsProven && !fieldsAsked) {
            fieldsAsked = true;
            wantsFields = true;
            return true;
        }
        if (refused.interval().length().compareTo(settings.windowMin()) > 0) {
            Duration half = Duration.ofSeconds(refused.interval().length().toSeconds() / 2);
            window = half.compareTo(settings.windowMin()) < 0 ? settings.windowMin() : half;
            return true;
        }
        if (fieldsProven) {
            // what it offered may have changed since
            fieldsProven = false;
            fieldsAsked = true;
            wantsFields = true;
            return true;
        }
        ladderUsed = ladder.narrow();
        return ladderUsed;
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
        if (learnAnew) {
            return new PollState(before.cursor(), before.lastReadingAt(), before.previousAt(), null, null, false, 0, 0, status, statusReason, statusSince);
        }
        Duration learnt = window.equals(settings.windowMax()) ? null : window;
        List<String> fields = fieldsProven || before.fields() != null ? ladder.fields() : null;
        return new PollState(before.cursor(), before.lastReadingAt(), before.previousAt(), learnt, fields, fieldsProven, strikes, before.consecutiveFailures(),
                status, statusReason, statusSince);
    }

    Optional<String> notice() {
        if (status == before.status()) {
            return Optional.empty();
        }
        return Optional.of(switch (status) {
            case LIVE -> "is read again";
            case PAUSED -> "is paused: " + statusReason + " It is tried once every " + settings.deadRetry() + ".";
            case DEAD -> "is taken for dead: " + statusReason + " It is tried once every " + settings.deadRetry() + ".";
        });
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
