package io.wattline.deadletter;

import io.wattline.channel.Channel;
import io.wattline.eniscope.Normaliser;
import io.wattline.eniscope.ReplayedResponse;
import io.wattline.reading.Page;
import java.util.Optional;
import java.util.function.IntFunction;

/** Dead letters on their way back into the pipeline. */
public final class Replays {

    private final Normaliser normaliser;
    private final IntFunction<Optional<Channel>> channels;

    /** @param channels looks a channel up by its id, as it is now */
    public Replays(Normaliser normaliser, IntFunction<Optional<Channel>> channels) {
        this.normaliser = normaliser;
        this.channels = channels;
    }

    /** The page of one letter's payload, on behalf of a new run. */
    public Page page(String payload, long runId) {
        ReplayedResponse answer = ReplayedResponse.of(payload, channels, runId);
        return normaliser.normalise(answer.answer(), answer.window());
    }
}
