package io.wattline.estimation;

import io.wattline.channel.ChannelCondition;
import io.wattline.yaml.YamlValue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code config/estimation.yaml}, and tries every override so that a wrong one shows now and not with the first gap. */
final class EstimationFile {

    private EstimationFile() {
    }

    static EstimationBook book(YamlValue root) {
        Map<String, YamlValue> sections = root.entries(Set.of("methods", "totals", "overrides", "holidays"));
        TermsText terms = TermsText.whole(root);
        terms.terms();
        List<TermsOverride> overrides = sections.containsKey("overrides") ? overrides(sections.get("overrides"), terms) : List.of();
        return new EstimationBook(terms, overrides, sections.containsKey("holidays") ? Holidays.read(sections.get("holidays")) : Holidays.none());
    }

    /** From the least to the most specific, equals in the order of the file: the last one that applies wins. */
    private static List<TermsOverride> overrides(YamlValue section, TermsText terms) {
        return section.items().stream().map(place -> {
            place.entries(Set.of("for", "methods", "totals"));
            terms.with(place).terms();
            return new TermsOverride(new ChannelCondition(place.need("for"), "change the limit itself"), place);
        }).sorted(Comparator.comparingInt((TermsOverride override) -> override.condition().specificity())).toList();
    }
}
