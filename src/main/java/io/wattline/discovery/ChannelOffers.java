package io.wattline.discovery;

import io.wattline.source.FieldOffer;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores which fields the source offers for a channel. */
public final class ChannelOffers {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelOffers.class);

    private final Clock clock;

    public ChannelOffers(Clock clock) {
        this.clock = clock;
    }

    /** Parameters of {@code db/sql/channel-offers.sql}. */
    public Map<String, Object> parameters(int channelId, FieldOffer offer) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("channel_id", channelId);
        parameters.put("offered", offer.offered().toArray(String[]::new));
        parameters.put("now", clock.instant().toString());
        return parameters;
    }

    public void unknown(int channelId, Throwable thrown) {
        LOG.info(
                "Channel {}: the source does not say which fields it offers ({}). Its last offer counts, or that of"
                        + " its device type.",
                channelId,
                thrown.getMessage());
    }

    public void done(int index, int size, BiConsumer<Integer, Integer> progress) {
        if (progress != null) {
            progress.accept(index + 1, size);
        }
    }
}
