package io.wattline.validation;

import io.wattline.reading.Column;
import io.wattline.reading.Reading;
import io.wattline.reading.Reasons;

/**
 * Each of the columns is within two limits, both included. For energy of {@code n} slots the limits are {@code n} times
 * as large.
 *
 * @param noise      a value beyond a limit by at most this counts as the limit; in the unit of the column
 * @param nullMargin a value beyond a limit by at most this is inaccurate rather than wrong: it becomes null, although
 *                   the rule rejects
 */
record Range(RuleSettings settings, Column[] columns, double min, double max, double noise, double nullMargin,
             OnViolation onViolation) implements ReadingRule {

    private static final String ENERGY_UNIT = Column.ENERGY_KWH.unit();
    /** Values are exact to 1e-6 kWh; what counters and floating-point numbers add is smaller. */
    private static final double NOISE = 1e-6;

    static Range of(RuleSettings settings) {
        double min = settings.number("min");
        double max = settings.number("max");
        if (min > max) {
            throw settings.error(
                    "min", "min " + Reasons.number(min) + " above max " + Reasons.number(max), "min at most max");
        }
        return new Range(settings, settings.columns("columns").toArray(Column[]::new), min, max,
                settings.size("noise", NOISE), settings.size("null-margin", 0), OnViolation.of(settings));
    }

    @Override
    public void check(Reading reading, int slots, Neighbours neighbours, RuleViolations findings) {
        for (Column column : columns) {
            double value = reading.value(column);
            if (value < min || value > max) {
                report(column, value, column.unit().equals(ENERGY_UNIT) ? slots : 1, findings);
            }
        }
    }

    private void report(Column column, double value, int slots, RuleViolations findings) {
        double highest = Math.max(max, max * slots);
        double lowest = Math.min(min, min * slots);
        if (value > highest) {
            beyond(column, value, highest, " is above " + Reasons.number(max), slots, findings);
        } else if (value < lowest) {
            beyond(column, value, lowest, " is below " + Reasons.number(min), slots, findings);
        }
    }

    private void beyond(Column column, double value, double limit, String text, int slots, RuleViolations findings) {
        double excess = Math.abs(value - limit);
        if (excess <= noise) {
            findings.set(column, limit);
            return;
        }
        findings.add(
                settings,
                excess <= nullMargin + noise ? OnViolation.NULL_VALUE : onViolation,
                column,
                column.sqlName() + " " + Reasons.number(value) + text + (slots <= 1 ? "" : " x " + slots + " slots"));
    }
}
