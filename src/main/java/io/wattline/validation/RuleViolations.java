package io.wattline.validation;

import io.wattline.channel.Channel;
import io.wattline.reading.Column;
import io.wattline.reading.DataQuality;
import io.wattline.reading.Reading;
import io.wattline.reading.Reasons;
import io.wattline.reading.Rejected;
import io.wattline.reading.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every rule that a reading breaks, and what is left of the reading. */
final class RuleViolations {

    /** @param column the column whose value is set aside alone; null where the whole reading is */
    private record Found(RuleSettings rule, String text, Column column) {
    }

    private final Channel channel;
    private final List<Found> found = new ArrayList<>();
    private Reading reading;
    private double[] values;

    RuleViolations(Channel channel) {
        this.channel = channel;
    }

    void begin(Reading next) {
        reading = next;
        values = null;
        found.clear();
    }

    /** The reading is not kept. */
    void add(RuleSettings rule, String text) {
        found.add(new Found(rule, text, null));
    }

    /** One value breaks the rule: by the rule's {@code on-violation} the reading is not kept, or the value is not. */
    void add(RuleSettings rule, OnViolation consequence, Column column, String text) {
        found.add(new Found(rule, text, consequence == OnViolation.NULL_VALUE ? column : null));
        if (consequence == OnViolation.NULL_VALUE) {
            set(column, Double.NaN);
        }
    }

    /** The value is noise beyond a limit, and counts as the limit. */
    void set(Column column, double value) {
        values = values == null ? reading.values().clone() : values;
        values[column.ordinal()] = value;
    }

    /** Whether the reading is kept, perhaps without some values. A reading without any value is none. */
    boolean isKept() {
        return found.stream().allMatch(each -> each.column() != null) && (found.isEmpty() || rest().hasAnyValue());
    }

    /** Whether values are set aside while the reading is kept. */
    boolean isPartial() {
        return !found.isEmpty();
    }

    private Reading rest() {
        return values == null ? reading : reading.withValues(values);
    }

    /** What is kept. */
    Reading kept(EnergySpan span) {
        Reading rest = span.method() == null ? rest() : rest().marked(DataQuality.SUSPECT, span.method());
        return isPartial() ? rest.without(String.join(", ", columns())) : rest;
    }

    private List<String> columns() {
        return found.stream().map(each -> each.column().sqlName()).distinct().toList();
    }

    /** The values that are set aside while the rest is kept. */
    Rejected partial() {
        return new Rejected("validate", channel.channelId(), reading.start(),
                found.stream().map(each -> violation(each, true)).toList(), reading.payload(), columns());
    }

    /** The whole reading with every reason, those that forbid to keep it first. */
    Rejected reject() {
        List<Violation> violations = Stream.concat(
                        found.stream().filter(each -> each.column() == null),
                        found.stream().filter(each -> each.column() != null))
                .map(each -> violation(each, false))
                .toList();
        return new Rejected("validate", channel.channelId(), reading.start(), violations, reading.payload());
    }

    private Violation violation(Found each, boolean ofValue) {
        String name = each.rule().name();
        String text = each.text() + ": " + each.rule().reason();
        String where = name + ", config/rules.yaml";
        return new Violation(name, ofValue
                ? Reasons.ofValue(channel, reading.start(), text, where)
                : Reasons.of(channel, reading.start(), text, where));
    }
}
