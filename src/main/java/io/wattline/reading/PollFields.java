package io.wattline.reading;

import io.wattline.source.FieldOffer;
import io.wattline.source.RefusedException;
import java.util.List;

/** What a poll finds out about the fields of its channel: what the source offers, and which of it the channel has. */
public final class PollFields {

    /** Whether the fields must be found out before the next window. */
    public boolean areWanted(ChannelPoll poll) {
        return poll.requests().wantsFields();
    }

    /** Whether some fields are tried; otherwise the source is asked what it offers. */
    public boolean isTrial(ChannelPoll poll) {
        return poll.requests().trial().isPresent();
    }

    public int channelId(ChannelPoll poll) {
        return poll.channel().channelId();
    }

    /** The window of a trial, whose response is not kept. */
    public Window trial(ChannelPoll poll) {
        return poll.requests().trial().orElseThrow();
    }

    /** The source has answered with these fields; gives the poll. */
    public ChannelPoll answered(ChannelPoll poll) {
        poll.requests().tried(true, null);
        return poll;
    }

    /** The source has said what it offers; gives the poll. */
    public ChannelPoll offered(ChannelPoll poll, FieldOffer offer) {
        poll.requests().offered(offer.wanted());
        return poll;
    }

    /**
     * The source does not say what it offers, or it refuses some fields. A response that cannot be used shows that the
     * fields are right; every other error says nothing about fields and ends the poll. Gives the poll.
     */
    public ChannelPoll failed(ChannelPoll poll, Throwable thrown) {
        Throwable cause = RootCauses.root(thrown);
        PollRequests requests = poll.requests();
        if (requests.trial().isEmpty()) {
            requests.offered(List.of());
        } else if (cause instanceof UnusableResponseException) {
            requests.tried(true, null);
        } else if (cause instanceof RefusedException refusal
                && refusal.reason() == RefusedException.Reason.INVALID_PARAMETER) {
            requests.tried(false, RootCauses.reason(cause));
        } else {
            requests.failed(RootCauses.reason(cause), RootCauses.isOfSource(cause));
        }
        return poll;
    }
}
