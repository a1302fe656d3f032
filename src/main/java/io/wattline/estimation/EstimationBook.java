package io.wattline.estimation;

import io.wattline.channel.Channel;
import io.wattline.yaml.YamlFile;
import java.util.ArrayList;
import java.util.List;

/** How readings may be estimated: the content of {@code config/estimation.yaml}. Never changes; safe for many threads. */
public final class EstimationBook {

    private final TermsText terms;
    private final List<TermsOverride> overrides;
    private final Holidays holidays;

    EstimationBook(TermsText terms, List<TermsOverride> overrides, Holidays holidays) {
        this.terms = terms;
        this.overrides = List.copyOf(overrides);
        this.holidays = holidays;
    }

    /** Reads a text; {@code name} is what messages call it. {@link io.wattline.yaml.YamlFileException} names the line of whatever is wrong. */
    public static EstimationBook parse(String name, String text) {
        return EstimationFile.book(YamlFile.parse(name, text));
    }

    Terms terms(Channel channel) {
        TermsText text = terms;
        for (TermsOverride override : overrides) {
            text = override.condition().holds(channel) ? text.with(override.changes()) : text;
        }
        return text.terms();
    }

    /** Begins with a gap: tries every method that may fill it, in order. */
    public Estimation begin(OpenGap gap, Neighbourhood around) {
        Terms allowed = terms(gap.channel());
        List<Method> methods = new ArrayList<>();
        allowed.linearUpTo().ifPresent(upTo -> methods.add(new Linear(upTo)));
        allowed.likeDay().ifPresent(likeDay -> methods.add(new LikeDay(likeDay, holidays.at(gap))));
        return new Estimation(gap, around, allowed, methods);
    }
}
