package io.wattline.reading;

import java.time.Duration;
import java.util.Optional;

/** Why a poll ends before its range is read; as long as it does not, nothing is set. */
final class PollEnd {

    private boolean ended;
    private String failure;
    private boolean failureOfSource;
    private boolean refused;
    private boolean waiting;
    private Duration learntInterval;

    boolean isReached() {
        return ended;
    }

    /** @param ofSource whether the failure concerns this channel alone; false for one that meets every channel */
    void failed(String reason, boolean ofSource) {
        ended = true;
        failure = reason;
        failureOfSource = ofSource;
    }

    /** The source refuses what the poll requests; a repeated request would be refused too. */
    void refused(String reason) {
        failed(reason, true);
        refused = true;
    }

    /** Whether another poll can read the rest: a request failed, or the readings have another length. */
    boolean leavesRest() {
        return failure != null && !refused || learntInterval != null;
    }

    /** The request was not sent, since the circuit breaker is open. */
    void waits(String reason) {
        failed(reason, false);
        waiting = true;
    }

    boolean isWaiting() {
        return waiting;
    }

    /** The readings of the channel have another length than {@code channels.interval_seconds} says. */
    void learntInterval(Duration interval) {
        ended = true;
        learntInterval = interval;
    }

    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    boolean isFailureOfSource() {
        return failureOfSource;
    }

    Optional<Duration> learntInterval() {
        return Optional.ofNullable(learntInterval);
    }
}
