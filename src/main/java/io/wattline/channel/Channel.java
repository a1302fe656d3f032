package io.wattline.channel;

import java.time.Duration;
import java.time.Instant;

/**
 * A metering channel, with what is needed to request and to check its readings.
 *
 * @param channelId      id of the channel at the source
 * @param channelName    name at the source; it must be escaped in HTML and logs
 * @param organizationId its site; null where the source names none
 * @param deviceType     device type at the source as text, such as {@code 20}; null where unknown
 * @param channelType    type at the source, such as {@code grid meter}, {@code solar meter}; null where unknown
 * @param interval       length of its readings, 15 minutes unless the channel says otherwise
 * @param installedAt    no reading starts before this; null where unknown
 * @param uninstalledAt  no reading starts at or after this; null while it is installed
 */
public record Channel(int channelId, String channelName, String organizationId, String deviceType, String channelType,
                      Duration interval, Instant installedAt, Instant uninstalledAt) {

    /** A channel of unknown type. */
    public Channel(
            int channelId,
            String channelName,
            String organizationId,
            String deviceType,
            Duration interval,
            Instant installedAt,
            Instant uninstalledAt) {
        this(channelId, channelName, organizationId, deviceType, null, interval, installedAt, uninstalledAt);
    }
}
