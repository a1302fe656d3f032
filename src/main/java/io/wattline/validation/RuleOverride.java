package io.wattline.validation;

import io.wattline.channel.Channel;
import io.wattline.channel.ChannelCondition;
import io.wattline.yaml.YamlValue;
import java.util.Map;
import java.util.Set;

/** Other limits for some channels: an entry of {@code overrides} in {@code config/rules.yaml}. */
final class RuleOverride {

    private final ChannelCondition condition;
    private final Map<String, YamlValue> changes;

    RuleOverride(YamlValue place) {
        place.entries(Set.of("for", "rules"));
        this.condition = new ChannelCondition(place.need("for"), "change the rule itself");
        this.changes = place.need("rules").entries();
    }

    int specificity() {
        return condition.specificity();
    }

    /** The changes by name of the rule. */
    Map<String, YamlValue> changes() {
        return changes;
    }

    boolean appliesTo(Channel channel) {
        return condition.holds(channel);
    }
}
