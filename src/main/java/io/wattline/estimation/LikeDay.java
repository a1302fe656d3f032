package io.wattline.estimation;

import io.wattline.reading.Counters;
import io.wattline.settings.Durations;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The mean of the days like that of the gap, scaled by the ratio of the hours around the gap to the same hours of those
 * days.
 */
record LikeDay(EstimationLimits.LikeDayLimits limits, Predicate<LocalDate> holiday) implements EstimationMethod {

    static final String NAME = "like-day";

    @Override
    public ShapeAttempt tryAt(OpenGap gap, Neighbourhood around) {
        if (gap.interval().length().compareTo(limits.upTo()) > 0) {
            return ShapeAttempt.failed(NAME, "the gap is longer than " + Durations.humane(limits.upTo()));
        }
        LikeDays days = new LikeDays(around, gap.zone(), holiday, limits.weeks(), limits.daysMin());
        List<Counters> means = gap.starts().stream().map(days::mean).flatMap(Optional::stream).toList();
        if (means.size() < gap.slots()) {
            return ShapeAttempt.failed(
                    NAME,
                    gap.slots() - means.size() + " of " + gap.slots() + " slots have less than " + limits.daysMin()
                            + " good readings on like days of " + limits.weeks() + " weeks");
        }
        LikeDayRatio ratio = LikeDayRatio.of(gap, around, days, limits.around());
        double factor = factor(gap, ratio);
        List<Counters> slots = means.stream()
                .map(mean -> new Counters(mean.energyKwh() * factor, mean.exportKwh() * factor))
                .toList();
        return ShapeAttempt.of(new EnergyShape(NAME, slots, needTotal(ratio), inputs(gap, days, ratio, factor)));
    }

    /** The ratio, closer to 1 the longer the gap is: the hours beside a gap say little about days. */
    private double factor(OpenGap gap, LikeDayRatio ratio) {
        if (!ratio.isKnown()) {
            return 1;
        }
        double whole = limits.ratioUpTo().toSeconds();
        double weight = Math.min(1, whole / gap.interval().length().toSeconds());
        return 1 + (ratio.value() - 1) * weight;
    }

    private String needTotal(LikeDayRatio ratio) {
        if (limits.needsTotal()) {
            return "this channel's like days give the shape only";
        }
        if (!ratio.isKnown()) {
            return ratio.unknown();
        }
        boolean unlike = ratio.value() > limits.ratioMax() || ratio.value() < 1 / limits.ratioMax();
        return unlike
                ? "the hours around the gap have " + ratio.value()
                        + " times the energy of the like days, which are not like it then"
                : null;
    }

    private static Map<String, Object> inputs(OpenGap gap, LikeDays days, LikeDayRatio ratio, double factor) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        List<LocalDate> dates = gap.starts().stream()
                .map((Instant slot) -> LocalDate.ofInstant(slot, gap.zone()))
                .distinct()
                .toList();
        inputs.put(
                "days",
                dates.stream()
                        .flatMap(date -> days.of(date).stream())
                        .distinct()
                        .sorted()
                        .map(LocalDate::toString)
                        .toList());
        inputs.put("ratio", ratio.isKnown() ? ratio.value() : null);
        inputs.put("factor", factor);
        return inputs;
    }
}
