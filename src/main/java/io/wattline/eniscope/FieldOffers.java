package io.wattline.eniscope;

import io.wattline.reading.ChannelPoll;
import io.wattline.reading.RootCauses;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the source which fields it offers, for a device type ({@code /fields/{deviceType}}) or for one channel ({@code OPTIONS}, or a try). */
public final class FieldOffers {

    private static final Logger LOG = LoggerFactory.getLogger(FieldOffers.class);

    private final FieldCatalogue fields;
    private final Clock clock;

    public FieldOffers(FieldCatalogue fields, Clock clock) {
        this.fields = fields;
        this.clock = clock;
    }

    public ApiRequest request(String deviceType) {
        return ApiRequest.get("fields/" + deviceType, "", "fields of device type " + deviceType);
    }

    /** Parameters of {@code db/sql/device-type-fields.sql}; null where the answer names no field. */
    public Map<String, Object> parameters(String deviceType, byte[] answer) {
        List<String> offered = fields.toAsk(OfferedFields.read(answer));
        if (offered.isEmpty()) {
            unknown(deviceType, "the answer names no field");
            return null;
        }
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("device_type", deviceType);
        parameters.put("fields", String.join(",", offered));
        parameters.put("now", clock.instant().toString());
        return parameters;
    }

    public void unknown(String deviceType, String reason) {
        LOG.info("Device type {}: the source does not say which fields it offers ({}); its channels are asked, or the core set is used", deviceType, reason);
    }

    /** What the source is to be asked before the poll goes on: which fields it offers for the channel, or whether it answers with some of them. */
    public ApiRequest requestFor(ChannelPoll poll) {
        return poll.trial().map(ReadingsRequest::of)
                .orElseGet(() -> ApiRequest.options("readings/" + poll.channel().channelId() + "/", "fields of channel " + poll.channel().channelId()));
    }

    /** The source's answer. */
    public void take(ChannelPoll poll, byte[] answer) {
        if (poll.trial().isPresent()) {
            poll.tried(true, null);
        } else {
            poll.offered(fields.toAsk(OfferedFields.read(answer)));
        }
    }

    /** It does not say what it offers, or it refuses some fields; anything else that befalls a trial says nothing about fields and ends the poll. */
    public void none(ChannelPoll poll, Throwable thrown) {
        Throwable cause = RootCauses.root(thrown);
        if (poll.trial().isEmpty()) {
            poll.offered(List.of());
        } else if (cause instanceof RefusedException refusal && refusal.reason() == RefusedException.Reason.INVALID_PARAMETER) {
            poll.tried(false, RootCauses.reason(cause));
        } else {
            poll.failed(RootCauses.reason(cause), RootCauses.isOfSource(cause));
        }
    }
}
