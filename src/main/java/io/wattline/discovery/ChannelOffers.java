package io.wattline.discovery;

import io.wattline.eniscope.ApiRequest;
import io.wattline.eniscope.OfferedFields;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps that ask the source which fields a channel offers. */
public final class ChannelOffers {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelOffers.class);

    private final Clock clock;

    public ChannelOffers(Clock clock) {
        this.clock = clock;
    }

    /** {@code OPTIONS /readings/{id}}, only explored: no channel is judged by it. */
    public ApiRequest request(int channelId) {
        return new ApiRequest("OPTIONS", "readings/" + channelId, "", "fields of channel " + channelId, true);
    }

    /** Parameters of {@code db/sql/channel-offers.sql}. */
    public Map<String, Object> parameters(int channelId, byte[] answer) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("channel_id", channelId);
        parameters.put("offered", OfferedFields.read(answer).toArray(String[]::new));
        parameters.put("now", clock.instant().toString());
        return parameters;
    }

    public void silent(int channelId, Throwable thrown) {
        LOG.info("Channel {}: the source does not say what it offers ({}); what it said before, or what its device type offers, is taken", channelId, thrown.getMessage());
    }

    public void done(int index, int size, BiConsumer<Integer, Integer> progress) {
        if (progress != null) {
            progress.accept(index + 1, size);
        }
    }
}
