package io.wattline.estimation;

import io.wattline.yaml.YamlValue;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The limits as they are written in {@code config/estimation.yaml}, with overrides. Every value knows its line. */
final class EstimationLimitsText {

    private static final Map<String, Set<String>> METHODS = Map.of(
            Linear.NAME, Set.of("enabled", "up-to"),
            LikeDay.NAME, Set.of("enabled", "up-to", "weeks", "days-min", "around", "ratio-up-to", "ratio-max",
                    "needs-total"));
    private static final Set<String> TOTALS = Set.of("register-at", "peak-factor");
    private static final int WEEKS_MAX = 52;

    private final Map<String, YamlValue> values;

    private EstimationLimitsText(Map<String, YamlValue> values) {
        this.values = values;
    }

    /** The limits of a place that has every key. */
    static EstimationLimitsText whole(YamlValue place) {
        METHODS.forEach((method, keys) -> keys.forEach(key -> place.need("methods").need(method).need(key)));
        TOTALS.forEach(key -> place.need("totals").need(key));
        return new EstimationLimitsText(Map.of()).with(place);
    }

    /** The same with the {@code methods} and {@code totals} of {@code place} over them. */
    EstimationLimitsText with(YamlValue place) {
        Map<String, YamlValue> changed = new LinkedHashMap<>(values);
        Map<String, YamlValue> sections = place.entries();
        if (sections.containsKey("methods")) {
            sections.get("methods").entries(METHODS.keySet()).forEach((method, settings) -> settings.entries(
                            METHODS.get(method))
                    .forEach((key, value) -> changed.put(method + "." + key, value)));
        }
        if (sections.containsKey("totals")) {
            sections.get("totals").entries(TOTALS).forEach((key, value) -> changed.put("totals." + key, value));
        }
        return new EstimationLimitsText(changed);
    }

    /** The limits; a {@link io.wattline.yaml.YamlFileException} names the line of a value that is not allowed. */
    EstimationLimits limits() {
        Duration linearUpTo = duration("linear.up-to");
        EstimationLimits.LikeDayLimits likeDay = likeDay();
        RegisterAt registerAt = values.get("totals.register-at").as(RegisterAt.ALLOWED, RegisterAt::of);
        return new EstimationLimits(
                flag("linear.enabled") ? Optional.of(linearUpTo) : Optional.empty(),
                flag("like-day.enabled") ? Optional.of(likeDay) : Optional.empty(),
                registerAt,
                atLeast("totals.peak-factor", 1));
    }

    private EstimationLimits.LikeDayLimits likeDay() {
        int weeks = count("like-day.weeks", WEEKS_MAX);
        return new EstimationLimits.LikeDayLimits(
                duration("like-day.up-to"),
                weeks,
                count("like-day.days-min", weeks),
                duration("like-day.around"),
                duration("like-day.ratio-up-to"),
                atLeast("like-day.ratio-max", 1),
                flag("like-day.needs-total"));
    }

    private boolean flag(String key) {
        return values.get(key).flag();
    }

    private Duration duration(String key) {
        return values.get(key).durationAbove0();
    }

    private int count(String key, int most) {
        return values.get(key).as("a whole number from 1 to " + most, text -> {
            int count = Integer.parseInt(text);
            if (count < 1 || count > most) {
                throw new IllegalArgumentException(text);
            }
            return count;
        });
    }

    private double atLeast(String key, double least) {
        double number = values.get(key).number();
        if (number < least) {
            throw values.get(key).error(key + " " + number, least + " or more");
        }
        return number;
    }
}
