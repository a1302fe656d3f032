package io.wattline.validation;

import io.wattline.meter.Channel;
import io.wattline.yaml.YamlValue;
import java.util.Map;
import java.util.Set;

/** Other limits for some channels: one entry of {@code overrides} in {@code config/rules.yaml}. */
final class RuleOverride {

    private static final String ORGANIZATION = "organization";
    private static final String CHANNEL_TYPE = "channel-type";
    private static final String DEVICE_TYPE = "device-type";
    private static final String CHANNEL = "channel";
    /** The more specific outweighs all less specific ones together. */
    private static final Map<String, Integer> WEIGHTS = Map.of(ORGANIZATION, 1, CHANNEL_TYPE, 2, DEVICE_TYPE, 4, CHANNEL, 8);

    private final Map<String, YamlValue> conditions;
    private final Map<String, YamlValue> changes;

    RuleOverride(YamlValue place) {
        place.entries(Set.of("for", "rules"));
        this.conditions = place.need("for").entries(WEIGHTS.keySet());
        this.changes = place.need("rules").entries();
        if (conditions.isEmpty()) {
            throw place.error("an override for everybody", "at least one of " + WEIGHTS.keySet().stream().sorted().toList() + "; for all channels change the rule itself");
        }
        conditions.values().forEach(YamlValue::text);
    }

    int specificity() {
        return conditions.keySet().stream().mapToInt(WEIGHTS::get).sum();
    }

    /** What it changes, by the name of the rule. */
    Map<String, YamlValue> changes() {
        return changes;
    }

    boolean appliesTo(Channel channel) {
        return holds(ORGANIZATION, channel.organizationId()) && holds(CHANNEL_TYPE, channel.channelType()) && holds(DEVICE_TYPE, channel.deviceType()) && holds(CHANNEL, Integer.toString(channel.channelId()));
    }

    private boolean holds(String condition, String value) {
        return !conditions.containsKey(condition) || conditions.get(condition).text().equals(value);
    }
}
