package io.wattline.reading;

import io.wattline.source.BreakerOpenException;
import io.wattline.source.RefusedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** The steps of a poll that routes call: the next window, its outcome, and the rows that are written about both. */
public final class PollSteps {

    private static final Logger LOG = LoggerFactory.getLogger(PollSteps.class);

    private final SourceFormat format;
    private final SyncWatch watch;
    private final Clock clock;

    public PollSteps(SourceFormat format, SyncWatch watch, Clock clock) {
        this.format = format;
        this.watch = watch;
        this.clock = clock;
    }

    /** The next window of the poll, before its request. */
    public Retrieval next(ChannelPoll poll) {
        return new Retrieval(poll, poll.requests().next(), null);
    }

    public Window window(Retrieval retrieval) {
        return retrieval.window();
    }

    /** The response has arrived: from now on there is something that must not be lost. */
    public Retrieval arrived(Retrieval retrieval, Page page) {
        return retrieval.with(page);
    }

    public boolean hasResponse(Retrieval retrieval) {
        return retrieval.page() != null;
    }

    /** The readings of the window are kept; gives the poll. */
    public ChannelPoll kept(Retrieval retrieval) {
        retrieval.poll().requests().kept(retrieval.window());
        return retrieval.poll();
    }

    public ChannelPoll poll(Retrieval retrieval) {
        return retrieval.poll();
    }

    /**
     * The window could not be read or kept. After a refusal the poll may request less; every other error ends it. Gives
     * the retrieval.
     */
    public Retrieval failed(Retrieval retrieval, Throwable thrown) {
        Window window = retrieval.window();
        Throwable cause = RootCauses.root(thrown);
        String reason = RootCauses.reason(cause);
        PollRequests requests = retrieval.poll().requests();
        if (cause instanceof RefusedException refusal) {
            refused(requests, window, refusal);
        } else if (cause instanceof CoarsenedResponseException coarsened) {
            requests.coarsened(window, Duration.ofSeconds(coarsened.foundSeconds()), reason);
        } else if (cause instanceof BreakerOpenException) {
            requests.waits(reason);
        } else {
            requests.failed(reason, RootCauses.isOfSource(cause));
        }
        String message =
                reason.contains(String.valueOf(window.channel().channelId())) ? reason : window + ": " + reason;
        LOG.atLevel(hasFailed(retrieval) ? Level.WARN : Level.DEBUG).log("{}", message);
        return retrieval;
    }

    private static void refused(PollRequests requests, Window window, RefusedException refusal) {
        if (refusal.reason() == RefusedException.Reason.SUBSCRIPTION_ENDED) {
            requests.subscriptionEnded(refusal.getMessage());
        } else if (refusal.reason() == RefusedException.Reason.INVALID_PARAMETER) {
            requests.refused(window, refusal.getMessage());
        } else if (refusal.reason() == RefusedException.Reason.TOO_LARGE) {
            requests.tooLarge(window, refusal.getMessage());
        } else {
            requests.refusedForGood(refusal.getMessage());
        }
    }

    /** Whether the poll has ended with a failure; false where it requests a shorter window or fewer fields. */
    public boolean hasFailed(Retrieval retrieval) {
        return retrieval.poll().failure().isPresent();
    }

    /** Parameters of {@code db/sql/window-failed.sql}. */
    public Map<String, Object> failedRow(Retrieval retrieval) {
        Window window = retrieval.window();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("channel_id", window.channel().channelId());
        parameters.put("start_time", window.interval().start().toString());
        parameters.put("end_time", window.interval().end().toString());
        parameters.put("resolution_seconds", (int) window.channel().interval().toSeconds());
        parameters.put("request", format.request(window));
        parameters.put("run_id", window.runId());
        parameters.put("error_message", retrieval.poll().failure().orElse(null));
        return parameters;
    }

    /** Whether a channel that was dead or paused has been read. */
    public boolean hasRevived(ChannelPoll poll) {
        return poll.hasRevived();
    }

    /** Parameters of {@code db/sql/poll-revive.sql}. */
    public Map<String, Object> revivedRow(ChannelPoll poll) {
        return Map.of("channel_id", poll.channel().channelId(), "now", clock.instant().toString());
    }

    /** Parameters of {@code db/sql/poll-settle.sql}. */
    public Map<String, Object> settledRow(ChannelPoll poll) {
        watch.ended(poll);
        Map<String, Object> parameters = new HashMap<>();
        PollState state = poll.state();
        parameters.put("channel_id", poll.channel().channelId());
        parameters.put("run_id", poll.runId());
        parameters.put("now", clock.instant().toString());
        parameters.put("next_poll_at", poll.nextPollAt().map(Instant::toString).orElse(null));
        parameters.put("failure", poll.failure().orElse(null));
        parameters.put("failures", state.consecutiveFailures());
        parameters.put("window_max_seconds", state.windowMax() == null ? null : (int) state.windowMax().toSeconds());
        parameters.put("fields", state.fields() == null ? null : String.join(",", state.fields()));
        parameters.put("fields_proven", state.fieldsProven());
        parameters.put("strikes", state.strikes());
        parameters.put("state", state.status().name().toLowerCase(Locale.ROOT));
        parameters.put("interval_seconds", poll.learntInterval().map(length -> (int) length.toSeconds()).orElse(null));
        parameters.put("state_reason", state.statusReason());
        parameters.put("state_since", state.statusSince() == null ? null : state.statusSince().toString());
        return parameters;
    }
}
