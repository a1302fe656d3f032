package io.wattline.estimation;

import io.wattline.channel.ChannelCondition;
import io.wattline.yaml.YamlValue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code config/estimation.yaml}. Every override is tried at once, so that a wrong one is reported at start. */
final class EstimationFile {

    private EstimationFile() {
    }

    static EstimationRules book(YamlValue root) {
        Map<String, YamlValue> sections = root.entries(Set.of("methods", "totals", "overrides", "holidays"));
        EstimationLimitsText limits = EstimationLimitsText.whole(root);
        limits.limits();
        List<LimitsOverride> overrides =
                sections.containsKey("overrides") ? overrides(sections.get("overrides"), limits) : List.of();
        return new EstimationRules(
                limits,
                overrides,
                sections.containsKey("holidays") ? Holidays.read(sections.get("holidays")) : Holidays.none());
    }

    /** From the least to the most specific, equals in the order of the file: the last one that matches wins. */
    private static List<LimitsOverride> overrides(YamlValue section, EstimationLimitsText limits) {
        return section.items().stream().map(place -> {
            place.entries(Set.of("for", "methods", "totals"));
            limits.with(place).limits();
            return new LimitsOverride(new ChannelCondition(place.need("for"), "change the limit itself"), place);
        }).sorted(Comparator.comparingInt((LimitsOverride override) -> override.condition().specificity())).toList();
    }
}
