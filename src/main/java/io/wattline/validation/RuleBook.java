package io.wattline.validation;

import io.wattline.channel.Channel;
import io.wattline.reading.Checked;
import io.wattline.reading.Reading;
import io.wattline.reading.Rejected;
import io.wattline.reading.Window;
import io.wattline.yaml.YamlFile;
import io.wattline.yaml.YamlValue;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of {@code config/rules.yaml}, which accept or reject readings. Immutable. */
public final class RuleBook {

    private final Collection<RuleSettings> rules;
    private final List<RuleOverride> overrides;
    private final String version;

    RuleBook(Collection<RuleSettings> rules, List<RuleOverride> overrides, String version) {
        this.rules = List.copyOf(rules);
        this.overrides = List.copyOf(overrides);
        this.version = version;
    }

    /** Reads the file; {@link io.wattline.yaml.YamlFileException} names the line of what is wrong. */
    public static RuleBook load(Path file) {
        return RuleBookFile.ruleBook(YamlFile.read(file));
    }

    /** Reads a text, such as the copy in the jar. Messages use {@code name}. */
    public static RuleBook parse(String name, String text) {
        return RuleBookFile.ruleBook(YamlFile.parse(name, text));
    }

    /** A hash of the rules, 12 hexadecimal digits. Comments and layout do not change it. */
    public String version() {
        return version;
    }

    /** Name and reason of every rule, in the order of the file. */
    public Map<String, String> reasons() {
        Map<String, String> reasons = new LinkedHashMap<>();
        rules.forEach(rule -> reasons.put(rule.name(), rule.reason()));
        return reasons;
    }

    /** The same where only the last reading before the window is known. */
    public Checked check(List<Reading> readings, Window window, Optional<Instant> previous, Clock clock) {
        return check(readings, window, new PageContext(previous.orElse(null), false), clock);
    }

    /**
     * Checks the readings of one page together, since some rules compare neighbours.
     *
     * @param readings sorted by start, one per slot, as {@link io.wattline.reading.Page#readings()} has them
     * @param window   the window of the page
     * @param around   the readings around the page. Without a previous one, too much energy of the first reading is
     *                 marked, since it may be that of a gap
     * @param clock    decides what is in the future
     * @return accepted ones in their order, those that are doubtful marked {@link
     *     io.wattline.reading.DataQuality#SUSPECT}; rejected ones with every reason; values that are set aside of
     *     accepted ones
     */
    public Checked check(List<Reading> readings, Window window, PageContext around, Clock clock) {
        ReadingRule[] inForce = rulesFor(window.channel());
        EnergySpan[] spans = catchUpFor(window.channel()).spans(readings, around, window.channel());
        Neighbours neighbours = new Neighbours(readings, window, clock.instant());
        RuleViolations findings = new RuleViolations(window.channel());
        List<Reading> accepted = new ArrayList<>(readings.size());
        List<Rejected> rejected = new ArrayList<>();
        List<Rejected> partial = new ArrayList<>();
        for (int i = 0; i < spans.length; i++) {
            Reading reading = readings.get(i);
            findings.begin(reading);
            for (ReadingRule rule : inForce) {
                rule.check(reading, spans[i].slots(), neighbours, findings);
            }
            if (!findings.isKept()) {
                rejected.add(findings.reject());
                continue;
            }
            accepted.add(findings.kept(spans[i]));
            if (findings.isPartial()) {
                partial.add(findings.partial());
            }
        }
        return new Checked(accepted, rejected, partial);
    }

    private ReadingRule[] rulesFor(Channel channel) {
        return rules.stream()
                .map(rule -> forChannel(rule, channel))
                .filter(rule -> rule.enabled() && rule.check() != Check.CATCH_UP)
                .map(rule -> rule.check().rule(rule))
                .toArray(ReadingRule[]::new);
    }

    private CatchUp catchUpFor(Channel channel) {
        return rules.stream()
                .map(rule -> forChannel(rule, channel))
                .filter(rule -> rule.enabled() && rule.check() == Check.CATCH_UP)
                .map(CatchUp::of)
                .findFirst()
                .orElse(CatchUp.OFF);
    }

    private RuleSettings forChannel(RuleSettings rule, Channel channel) {
        RuleSettings settings = rule;
        for (RuleOverride override : overrides) {
            YamlValue changes = override.changes().get(rule.name());
            if (changes != null && override.appliesTo(channel)) {
                settings = settings.with(changes);
            }
        }
        return settings;
    }
}
