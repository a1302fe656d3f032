package io.wattline.backfill;

import io.wattline.eniscope.BreakerOpenException;
import io.wattline.eniscope.GateClosedException;
import io.wattline.eniscope.LogInRefusedException;
import io.wattline.eniscope.RefusedException;
import io.wattline.reading.ChannelPoll;
import io.wattline.reading.CoarsenedResponseException;
import io.wattline.reading.PollState;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What became of a window, in the words of {@code finish_backfill_window}.
 *
 * @param outcome     done, refused (the source will not give it), failed (asking broke down), waiting (not asked, since the whole source is away)
 *                    or released (the process stops before its end)
 * @param error       for people; null where all went well
 * @param channelOver whether the source refuses the whole channel: it is dead, or its subscription has ended
 */
record WindowEnd(String outcome, String error, boolean channelOver) {

    private static final String WAITING = "waiting";

    /** @param thrown what was caught last; it counts only where the poll has failed */
    static WindowEnd of(ChannelPoll poll, Throwable thrown) {
        if (poll.failure().isPresent()) {
            boolean refused = isOne(thrown, RefusedException.class, CoarsenedResponseException.class);
            if (isOne(thrown, GateClosedException.class)) {
                return new WindowEnd("released", null, false);
            }
            if (isOne(thrown, BreakerOpenException.class, LogInRefusedException.class)) {
                return new WindowEnd(WAITING, poll.failure().get(), false);
            }
            return new WindowEnd(refused ? "refused" : "failed", poll.failure().get(), refused && poll.state().status() != PollState.Status.LIVE);
        }
        if (poll.learntInterval().isPresent()) {
            return new WindowEnd("refused", "the source gives nothing finer than bins of " + poll.learntInterval().get().toSeconds()
                    + " s (channels.interval_seconds)", false);
        }
        return poll.hasNext() ? new WindowEnd("released", null, false) : new WindowEnd("done", null, false);
    }

    /** Whether no other window would fare better now. */
    boolean isWaiting() {
        return outcome.equals(WAITING);
    }

    private static boolean isOne(Throwable thrown, Class<?>... kinds) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).anyMatch(cause -> Arrays.stream(kinds).anyMatch(kind -> kind.isInstance(cause)));
    }
}
