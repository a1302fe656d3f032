package io.wattline.validation;

import io.wattline.reading.Column;
import io.wattline.reading.Reading;
import io.wattline.reading.Reasons;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A column has a value where other columns exceed a size. Applies only to channels that have the value at all ({@link
 * Neighbours#offers}).
 */
record Present(RuleSettings settings, Column column, Column[] where, double above, String field,
               OnViolation onViolation)
        implements ReadingRule {

    static Present of(RuleSettings settings) {
        return new Present(
                settings,
                settings.column("column"),
                settings.columns("where").toArray(Column[]::new),
                settings.size("above"),
                settings.text("field"),
                OnViolation.of(settings));
    }

    @Override
    public void check(Reading reading, int slots, Neighbours neighbours, RuleViolations findings) {
        if (!reading.has(column) && isDue(reading) && neighbours.offers(column, field)) {
            findings.add(
                    settings,
                    onViolation,
                    column,
                    column.sqlName() + " is missing where there is "
                            + Arrays.stream(where)
                                    .map(other -> other.sqlName() + " " + Reasons.number(reading.value(other)))
                                    .collect(Collectors.joining(" and ")));
        }
    }

    private boolean isDue(Reading reading) {
        for (Column other : where) {
            if (!(Math.abs(reading.value(other)) > above)) {
                return false; // NaN, too: no value
            }
        }
        return true;
    }
}
