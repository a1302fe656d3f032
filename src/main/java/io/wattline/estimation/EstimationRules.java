package io.wattline.estimation;

import io.wattline.channel.Channel;
import io.wattline.yaml.YamlFile;
import java.util.ArrayList;
import java.util.List;

/** How readings may be estimated: the content of {@code config/estimation.yaml}. Immutable. */
public final class EstimationRules {

    private final EstimationLimitsText limits;
    private final List<LimitsOverride> overrides;
    private final Holidays holidays;

    EstimationRules(EstimationLimitsText limits, List<LimitsOverride> overrides, Holidays holidays) {
        this.limits = limits;
        this.overrides = List.copyOf(overrides);
        this.holidays = holidays;
    }

    /**
     * Reads a text.
     *
     * @param name of the file, for messages
     * @throws io.wattline.yaml.YamlFileException with the line of what is wrong
     */
    public static EstimationRules parse(String name, String text) {
        return EstimationFile.book(YamlFile.parse(name, text));
    }

    /** The calendar of holidays, which other features share. */
    public Holidays holidays() {
        return holidays;
    }

    EstimationLimits limits(Channel channel) {
        EstimationLimitsText text = limits;
        for (LimitsOverride override : overrides) {
            text = override.condition().holds(channel) ? text.with(override.changes()) : text;
        }
        return text.limits();
    }

    /** Begins the estimation of a gap with every method that is allowed for its channel. */
    public GapEstimation begin(OpenGap gap, Neighbourhood around) {
        EstimationLimits allowed = limits(gap.channel());
        List<EstimationMethod> methods = new ArrayList<>();
        allowed.linearUpTo().ifPresent(upTo -> methods.add(new Linear(upTo)));
        allowed.likeDay().ifPresent(likeDay -> methods.add(new LikeDay(likeDay,
                holidays.at(gap.country(), gap.channel().organizationId()))));
        return new GapEstimation(gap, around, allowed, methods);
    }
}
