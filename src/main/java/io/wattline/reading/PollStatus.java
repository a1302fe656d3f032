package io.wattline.reading;

import io.wattline.reading.PollState.Status;
import io.wattline.settings.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether the channel of a poll is live, since when it is not, and why. */
final class PollStatus {

    private final Status before;
    private final Instant now;
    private Status status;
    private String reason;
    private Instant since;

    PollStatus(PollState before, Instant now) {
        this.before = before.status();
        this.now = now;
        status = before.status();
        reason = before.statusReason();
        since = before.statusSince();
    }

    boolean isLive() {
        return status == Status.LIVE;
    }

    /** Changes the status; the same status again keeps its reason and time. */
    void become(Status next, String why) {
        if (status != next) {
            status = next;
            reason = why;
            since = now;
        }
    }

    Status status() {
        return status;
    }

    /** Whether the channel is live again since this poll. */
    boolean isRevived() {
        return status == Status.LIVE && before != Status.LIVE;
    }

    /** Null while the channel is live. */
    String reason() {
        return reason;
    }

    Instant since() {
        return since;
    }

    /** What the log says of a change in this poll. */
    Optional<String> notice(Duration retry) {
        if (status == before) {
            return Optional.empty();
        }
        String later = reason + " The next try is in " + Durations.humane(retry) + ".";
        return Optional.of(switch (status) {
            case LIVE -> "is read again";
            case PAUSED -> "is paused: " + later;
            case DEAD -> "is dead: " + later;
        });
    }
}
