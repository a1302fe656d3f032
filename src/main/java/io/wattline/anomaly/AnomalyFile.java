package io.wattline.anomaly;

import io.wattline.anomaly.detector.AnomalyKind;
import io.wattline.anomaly.detector.DetectorTuning;
import io.wattline.channel.ChannelCondition;
import io.wattline.estimation.Holidays;
import io.wattline.yaml.YamlValue;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoublePredicate;

/**
 * Reads {@code config/anomalies.yaml}, and tries every override, so that a wrong one shows now and not with the first
 * anomaly.
 */
final class AnomalyFile {

    private static final String DETECTORS = "detectors";
    private static final Set<String> KEYS = Set.of("enabled", "cut-off", "floor", "persistence", "training",
            "false-alarms-per-month",
            "for");

    private AnomalyFile() {
    }

    static AnomalyBook book(YamlValue root) {
        root.entries(Set.of(DETECTORS, "overrides"));
        Map<AnomalyKind, Map<String, YamlValue>> all = keys(root.need(DETECTORS));
        for (AnomalyKind kind : AnomalyKind.values()) {
            if (!all.containsKey(kind)) {
                throw root.need(DETECTORS).error("no detector '" + kind.text() + "'", "each of " + AnomalyKind.texts());
            }
        }
        tunings(all);
        YamlValue overrides = root.entries().get("overrides");
        return new AnomalyBook(all, overrides == null ? List.of()
                : overrides.items().stream().map(place -> override(place, all))
                .sorted(Comparator.comparingInt(override -> override.condition().specificity())).toList(),
                Holidays.none());
    }

    private static AnomalyOverride override(YamlValue place, Map<AnomalyKind, Map<String, YamlValue>> all) {
        place.entries(Set.of("for", DETECTORS));
        Map<AnomalyKind, Map<String, YamlValue>> changes = keys(place.need(DETECTORS));
        tunings(with(all, changes));
        return new AnomalyOverride(new ChannelCondition(place.need("for"), "change the detector itself"), changes);
    }

    private static Map<AnomalyKind, Map<String, YamlValue>> keys(YamlValue section) {
        Map<AnomalyKind, Map<String, YamlValue>> keys = new EnumMap<>(AnomalyKind.class);
        section.entries().forEach((name, place) -> keys.put(AnomalyKind.find(name)
                .orElseThrow(() -> place.error("unknown detector '" + name + "'", "only " + AnomalyKind.texts())),
                place.entries(KEYS)));
        return keys;
    }

    /** What {@code changes} says, and where it is silent what was there. */
    static Map<AnomalyKind, Map<String, YamlValue>> with(Map<AnomalyKind, Map<String, YamlValue>> all,
                                                         Map<AnomalyKind, Map<String, YamlValue>> changes) {
        Map<AnomalyKind, Map<String, YamlValue>> merged = new EnumMap<>(all);
        changes.forEach((kind, keys) -> {
            Map<String, YamlValue> both = new HashMap<>(all.get(kind));
            both.putAll(keys);
            merged.put(kind, both);
        });
        return merged;
    }

    static Map<AnomalyKind, DetectorTuning> tunings(Map<AnomalyKind, Map<String, YamlValue>> all) {
        Map<AnomalyKind, DetectorTuning> tunings = new EnumMap<>(AnomalyKind.class);
        all.forEach((kind, keys) -> tunings.put(kind, tuning(kind, keys)));
        return tunings;
    }

    private static DetectorTuning tuning(AnomalyKind kind, Map<String, YamlValue> keys) {
        KEYS.stream().sorted().filter(key -> !keys.containsKey(key)).findFirst().ifPresent(key -> {
            throw keys.values().iterator().next()
                    .error("detector '" + kind.text() + "' without '" + key + "'", "each of its keys");
        });
        return new DetectorTuning(keys.get("enabled").flag(),
                number(keys.get("cut-off"), "a number above 0", value -> value > 0),
                number(keys.get("floor"), "0 or more", value -> value >= 0),
                length(keys.get("persistence")), (int) length(keys.get("training")).toDays(),
                number(keys.get("false-alarms-per-month"), "0 or more", value -> value >= 0), keys.get("for").text());
    }

    private static double number(YamlValue place, String allowed, DoublePredicate isAllowed) {
        double number = place.number();
        if (!isAllowed.test(number)) {
            throw place.error("'" + place.text() + "'", allowed);
        }
        return number;
    }

    private static Duration length(YamlValue place) {
        return place.durationAbove0();
    }
}
