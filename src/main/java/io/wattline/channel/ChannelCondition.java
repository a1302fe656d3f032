package io.wattline.channel;

import io.wattline.yaml.YamlValue;
import java.util.Map;

/**
 * The {@code for} of an entry in a settings file: the channels to which the entry applies. It names any of
 * organization, channel-type, device-type and channel, and all that it names must match.
 */
public final class ChannelCondition {

    private static final String ORGANIZATION = "organization";
    private static final String CHANNEL_TYPE = "channel-type";
    private static final String DEVICE_TYPE = "device-type";
    private static final String CHANNEL = "channel";
    /** One more specific condition outweighs all less specific ones together. */
    private static final Map<String, Integer> WEIGHTS =
            Map.of(ORGANIZATION, 1, CHANNEL_TYPE, 2, DEVICE_TYPE, 4, CHANNEL, 8);

    private final Map<String, YamlValue> conditions;

    /**
     * @param place   the value of {@code for}
     * @param instead what to do instead for all channels; for the message about an empty {@code for}
     */
    public ChannelCondition(YamlValue place, String instead) {
        this.conditions = place.entries(WEIGHTS.keySet());
        if (conditions.isEmpty()) {
            throw place.error(
                    "an entry without a condition",
                    "at least one of " + WEIGHTS.keySet().stream().sorted().toList() + "; for all channels " + instead);
        }
        conditions.values().forEach(YamlValue::text);
    }

    /** A greater number is more specific. Equal ones apply in the order of the file. */
    public int specificity() {
        return conditions.keySet().stream().mapToInt(WEIGHTS::get).sum();
    }

    public boolean holds(Channel channel) {
        return holds(ORGANIZATION, channel.organizationId())
                && holds(CHANNEL_TYPE, channel.channelType())
                && holds(DEVICE_TYPE, channel.deviceType())
                && holds(CHANNEL, Integer.toString(channel.channelId()));
    }

    private boolean holds(String condition, String value) {
        return !conditions.containsKey(condition) || conditions.get(condition).text().equals(value);
    }
}
