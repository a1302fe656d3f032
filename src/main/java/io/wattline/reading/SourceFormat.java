package io.wattline.reading;

import io.wattline.channel.Channel;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * How the source writes what is asked of it and what it sends: what a feature needs to read stored responses without
 * knowing the source.
 */
public interface SourceFormat {

    /** The request for a window, as a text for people and for column {@code ingestion_logs.request}. */
    String request(Window window);

    /**
     * Reads a response.
     *
     * @param response the body as it arrived
     * @param window   what was asked for; only timestamps on its grid and within its interval are taken
     * @throws CoarsenedResponseException where the response has longer bins than were asked for
     * @throws UnusableResponseException  where the response as a whole cannot be trusted
     */
    Page page(byte[] response, Window window);

    /**
     * A response to the window as the source would write it, with one reading of this energy and mean power in its
     * first slot: the canary's.
     */
    byte[] sample(Window window, double energyKwh, double powerKw);

    /**
     * Reads the payload of a dead letter again ({@link Rejected#payload()}).
     *
     * @param channels looks a channel up by its id
     * @param runId    the run on whose behalf it is replayed
     * @throws UnusableResponseException where the payload is no response with one record, or its channel is unknown
     */
    Page replay(String payload, IntFunction<Optional<Channel>> channels, long runId);
}
