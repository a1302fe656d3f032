package io.wattline.eniscope;

import io.wattline.field.FieldCatalogue;
import io.wattline.source.FieldOffer;
import io.wattline.source.SourceRequest;
import io.wattline.source.SourceResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the source which fields it offers, for a device type ({@code /fields/{deviceType}}) or for one channel ({@code
 * OPTIONS}).
 */
public final class FieldOffers {

    private static final Logger LOG = LoggerFactory.getLogger(FieldOffers.class);

    private final FieldCatalogue fields;
    private final Clock clock;

    public FieldOffers(FieldCatalogue fields, Clock clock) {
        this.fields = fields;
        this.clock = clock;
    }

    public SourceRequest deviceTypeRequest(String deviceType) {
        return SourceRequest.get("fields/" + deviceType, "", "fields of device type " + deviceType);
    }

    /** Parameters of {@code db/sql/device-type-fields.sql}; null where the response names no field. */
    public Map<String, Object> parameters(String deviceType, SourceResponse response) {
        List<String> offered = fields.toAsk(OfferedFields.read(response.body()));
        if (offered.isEmpty()) {
            unknown(deviceType, "the response names no field");
            return null;
        }
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("device_type", deviceType);
        parameters.put("fields", String.join(",", offered));
        parameters.put("now", clock.instant().toString());
        return parameters;
    }

    public void unknown(String deviceType, String reason) {
        LOG.info(
                "Device type {}: the source does not say which fields it offers ({}). Its channels are asked instead,"
                        + " or use the core fields.",
                deviceType,
                reason);
    }

    /**
     * {@code OPTIONS /readings/{id}}, as a probe: a channel that refuses says nothing about the health of the source.
     */
    public SourceRequest channelRequest(int channelId) {
        return SourceRequest.options("readings/" + channelId + "/", "fields of channel " + channelId).asProbe();
    }

    public FieldOffer offer(SourceResponse response) {
        List<String> offered = OfferedFields.read(response.body());
        return new FieldOffer(offered, fields.toAsk(offered));
    }
}
