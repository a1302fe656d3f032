package io.wattline.backfill;

import io.wattline.api.RefusedException;
import io.wattline.reading.ChannelPoll;
import io.wattline.reading.CoarsenedAnswerException;
import io.wattline.reading.PollState;

/**
 * What became of a window, in the words of {@code finish_backfill_window}.
 *
 * @param outcome     done, refused (the source will not give it), failed (asking broke down) or released (the process stops before its end)
 * @param error       for people; null where all went well
 * @param channelOver whether the source refuses the whole channel: it is dead, or its subscription has ended
 */
record WindowEnd(String outcome, String error, boolean channelOver) {

    /** @param thrown what was caught last; it counts only where the poll has failed */
    static WindowEnd of(ChannelPoll poll, Throwable thrown) {
        if (poll.failure().isPresent()) {
            boolean refused = isRefusal(thrown);
            return new WindowEnd(refused ? "refused" : "failed", poll.failure().get(), refused && poll.state().status() != PollState.Status.LIVE);
        }
        if (poll.learntInterval().isPresent()) {
            return new WindowEnd("refused", "the source gives nothing finer than bins of " + poll.learntInterval().get().toSeconds()
                    + " s (channels.interval_seconds)", false);
        }
        return poll.hasNext() ? new WindowEnd("released", null, false) : new WindowEnd("done", null, false);
    }

    private static boolean isRefusal(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedException || cause instanceof CoarsenedAnswerException) {
                return true;
            }
        }
        return false;
    }
}
