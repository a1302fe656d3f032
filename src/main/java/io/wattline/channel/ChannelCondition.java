package io.wattline.channel;

import io.wattline.yaml.YamlValue;
import java.util.Map;

/** Which channels an entry of a settings file is for: its {@code for}, with any of organization, channel-type, device-type and channel; all that are named must match. */
public final class ChannelCondition {

    private static final String ORGANIZATION = "organization";
    private static final String CHANNEL_TYPE = "channel-type";
    private static final String DEVICE_TYPE = "device-type";
    private static final String CHANNEL = "channel";
    /** The more specific outweighs all less specific ones together. */
    private static final Map<String, Integer> WEIGHTS = Map.of(ORGANIZATION, 1, CHANNEL_TYPE, 2, DEVICE_TYPE, 4, CHANNEL, 8);

    private final Map<String, YamlValue> conditions;

    /**
     * @param place   of the {@code for}
     * @param instead what to do for all channels, for the complaint about an empty one
     */
    public ChannelCondition(YamlValue place, String instead) {
        this.conditions = place.entries(WEIGHTS.keySet());
        if (conditions.isEmpty()) {
            throw place.error("an entry for everybody", "at least one of " + WEIGHTS.keySet().stream().sorted().toList() + "; for all channels " + instead);
        }
        conditions.values().forEach(YamlValue::text);
    }

    /** Greater is more specific; equal ones go by their order in the file. */
    public int specificity() {
        return conditions.keySet().stream().mapToInt(WEIGHTS::get).sum();
    }

    public boolean holds(Channel channel) {
        return holds(ORGANIZATION, channel.organizationId()) && holds(CHANNEL_TYPE, channel.channelType()) && holds(DEVICE_TYPE, channel.deviceType())
                && holds(CHANNEL, Integer.toString(channel.channelId()));
    }

    private boolean holds(String condition, String value) {
        return !conditions.containsKey(condition) || conditions.get(condition).text().equals(value);
    }
}
