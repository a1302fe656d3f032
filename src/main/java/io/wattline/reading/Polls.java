package io.wattline.reading;

import io.wattline.eniscope.ApiRequest;
import io.wattline.eniscope.Normaliser;
import io.wattline.eniscope.ReadingsRequest;
import io.wattline.eniscope.RefusedException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** The steps of a poll that the routes name: question, page, and what a failure means. */
public final class Polls {

    private static final Logger LOG = LoggerFactory.getLogger(Polls.class);

    private final Normaliser normaliser;

    public Polls(Normaliser normaliser) {
        this.normaliser = normaliser;
    }

    public ApiRequest request(Window window) {
        return ReadingsRequest.of(window);
    }

    public Page page(byte[] answer, Window window) {
        return normaliser.normalise(answer, window);
    }

    /** An answer in coarser bins would come again: it goes on to whoever asked. */
    public void coarser(Throwable thrown) {
        throw (CoarsenedResponseException) RootCauses.root(thrown);
    }

    public void took(ChannelPoll poll, Window window) {
        poll.took(window);
    }

    /** Takes what went wrong with a window: a refusal may have a way around it, everything else ends the poll. */
    public void failed(ChannelPoll poll, Window window, Throwable thrown) {
        Throwable cause = RootCauses.root(thrown);
        String reason = RootCauses.reason(cause);
        if (cause instanceof RefusedException refusal) {
            refused(poll, window, refusal);
        } else if (cause instanceof CoarsenedResponseException coarsened) {
            poll.coarsened(window, Duration.ofSeconds(coarsened.foundSeconds()), reason);
        } else {
            poll.failed(reason, RootCauses.isOfSource(cause));
        }
        String said = reason.contains(String.valueOf(window.channel().channelId())) ? reason : window + ": " + reason;
        LOG.atLevel(poll.failure().isPresent() ? Level.WARN : Level.DEBUG).log("{}", said);
    }

    private static void refused(ChannelPoll poll, Window window, RefusedException refusal) {
        if (refusal.reason() == RefusedException.Reason.SUBSCRIPTION_ENDED) {
            poll.subscriptionEnded(refusal.getMessage());
        } else if (refusal.reason() == RefusedException.Reason.INVALID_PARAMETER) {
            poll.refused(window, refusal.getMessage());
        } else {
            poll.failed(refusal.getMessage(), true);
        }
    }

    /** Parameters of {@code db/sql/window-failed.sql}. */
    public Map<String, Object> failedRow(ChannelPoll poll, Window window) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("channel_id", poll.channel().channelId());
        parameters.put("start_time", window.interval().start().toString());
        parameters.put("end_time", window.interval().end().toString());
        parameters.put("resolution_seconds", (int) window.channel().interval().toSeconds());
        parameters.put("request", ReadingsRequest.of(window).toString());
        parameters.put("run_id", poll.runId());
        parameters.put("error_message", poll.failure().orElse(null));
        return parameters;
    }
}
