package io.wattline.backfill;

import io.wattline.reading.ChannelPoll;
import io.wattline.reading.CoarsenedResponseException;
import io.wattline.reading.PollState;
import io.wattline.source.BreakerOpenException;
import io.wattline.source.GateClosedException;
import io.wattline.source.LogInRefusedException;
import io.wattline.source.RefusedException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What became of a window, as SQL function {@code finish_backfill_window} takes it.
 *
 * @param outcome     done, refused (the source does not give it), failed (the request failed), waiting (not requested,
 *                    since the source is unavailable) or released (the process stops before the window is read)
 * @param error       for people; null where nothing went wrong
 * @param channelOver whether the source refuses the whole channel: it is dead, or its subscription has ended
 */
record WindowOutcome(String outcome, String error, boolean channelOver) {

    private static final String REFUSED = "refused";
    private static final String WAITING = "waiting";
    private static final WindowOutcome DONE = new WindowOutcome("done", null, false);
    private static final WindowOutcome RELEASED = new WindowOutcome("released", null, false);

    /** @param thrown what was caught last; it counts only where the poll has failed */
    static WindowOutcome of(ChannelPoll poll, Throwable thrown) {
        if (poll.failure().isPresent()) {
            return ofFailure(poll, thrown);
        }
        if (poll.learntInterval().isPresent()) {
            return new WindowOutcome(
                    REFUSED,
                    "the source gives nothing finer than bins of "
                            + poll.learntInterval().get().toSeconds() + " s (channels.interval_seconds)",
                    false);
        }
        return poll.hasNext() ? RELEASED : DONE;
    }

    private static WindowOutcome ofFailure(ChannelPoll poll, Throwable thrown) {
        if (isOne(thrown, GateClosedException.class)) {
            return RELEASED;
        }
        String reason = poll.failure().orElseThrow();
        if (isOne(thrown, BreakerOpenException.class, LogInRefusedException.class)) {
            return new WindowOutcome(WAITING, reason, false);
        }
        boolean refused = isOne(thrown, RefusedException.class, CoarsenedResponseException.class);
        return new WindowOutcome(
                refused ? REFUSED : "failed", reason, refused && poll.state().status() != PollState.Status.LIVE);
    }

    /** Whether every other window would meet the same obstacle now. */
    boolean isWaiting() {
        return outcome.equals(WAITING);
    }

    private static boolean isOne(Throwable thrown, Class<?>... kinds) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> Arrays.stream(kinds).anyMatch(kind -> kind.isInstance(cause)));
    }
}
