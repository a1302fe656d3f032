package io.wattline.channel;

import java.time.Duration;
import java.time.Instant;

/**
 * A view of a metering point, with what is needed to ask for its readings and to judge them.
 *
 * @param channelId      the vendor's {@code dataChannelId}, which {@code /readings/{id}} takes
 * @param channelName    as the vendor has it: data, never trusted as text for HTML or logs
 * @param organizationId the site it belongs to; null where the vendor names none
 * @param deviceType     the vendor's {@code deviceTypeId} as text, such as {@code 20}; null where unknown
 * @param channelType    the vendor's {@code dataType}, such as {@code grid meter}, {@code solar meter}; null where unknown
 * @param interval       length of its readings, 15 minutes unless the channel says otherwise
 * @param installedAt    no reading starts before this; null where unknown
 * @param uninstalledAt  no reading starts at or after this; null while it is installed
 */
public record Channel(int channelId, String channelName, String organizationId, String deviceType, String channelType,
                      Duration interval, Instant installedAt, Instant uninstalledAt) {

    /** A channel whose type nobody knows. */
    public Channel(int channelId, String channelName, String organizationId, String deviceType, Duration interval, Instant installedAt,
                   Instant uninstalledAt) {
        this(channelId, channelName, organizationId, deviceType, null, interval, installedAt, uninstalledAt);
    }
}
