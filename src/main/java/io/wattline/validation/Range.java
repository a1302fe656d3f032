package io.wattline.validation;

import io.wattline.reading.Column;
import io.wattline.reading.Reading;
import io.wattline.reading.Reasons;

/**
 * Each of the columns is within two limits, both included. For energy of {@code n} slots the limits are {@code n} times
 * as large.
 */
record Range(RuleSettings settings, Column[] columns, double min, double max) implements ReadingRule {

    private static final String ENERGY_UNIT = Column.ENERGY_KWH.unit();

    static Range of(RuleSettings settings) {
        double min = settings.number("min");
        double max = settings.number("max");
        if (min > max) {
            throw settings.error(
                    "min", "min " + Reasons.number(min) + " above max " + Reasons.number(max), "min at most max");
        }
        return new Range(settings, settings.columns("columns").toArray(Column[]::new), min, max);
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
        String of = slots == 1 ? "" : " x " + slots + " slots";
        if (value > Math.max(max, max * slots)) {
            findings.add(
                    settings, column.sqlName() + " " + Reasons.number(value) + " is above " + Reasons.number(max) + of);
        } else if (value < Math.min(min, min * slots)) {
            findings.add(
                    settings, column.sqlName() + " " + Reasons.number(value) + " is below " + Reasons.number(min) + of);
        }
    }
}
