package io.wattline.deadletter;

import io.wattline.channel.Channel;
import io.wattline.reading.Page;
import io.wattline.reading.Retrieval;
import io.wattline.reading.SourceFormat;
import java.util.Optional;
import java.util.function.IntFunction;

/** Reads the payload of a dead letter again. */
public final class DeadLetterPages {

    private final SourceFormat format;
    private final IntFunction<Optional<Channel>> channels;

    /** @param channels finds a channel by its id, as it is now */
    public DeadLetterPages(SourceFormat format, IntFunction<Optional<Channel>> channels) {
        this.format = format;
        this.channels = channels;
    }

    public Page page(String payload, long runId) {
        return format.replay(payload, channels, runId);
    }

    /** The page, ready to be taken for a new run. */
    public Retrieval replay(String payload, long runId) {
        return Retrieval.of(page(payload, runId));
    }
}
