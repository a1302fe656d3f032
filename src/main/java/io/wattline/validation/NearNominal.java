package io.wattline.validation;

import io.wattline.reading.Column;
import io.wattline.reading.Reading;
import io.wattline.reading.Reasons;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Each of the columns differs by at most {@code within} from one of the nominal values. */
record NearNominal(
        RuleSettings settings, Column[] columns, double[] nominal, double within, OnViolation onViolation)
        implements ReadingRule {

    static NearNominal of(RuleSettings settings) {
        double[] nominal = settings.numbers("near");
        if (nominal.length == 0) {
            throw settings.error("near", "no nominal value", "at least one");
        }
        return new NearNominal(
                settings, settings.columns("columns").toArray(Column[]::new), nominal, settings.size("within"),
                OnViolation.of(settings));
    }

    @Override
    public void check(Reading reading, int slots, Neighbours neighbours, RuleViolations findings) {
        for (Column column : columns) {
            double value = reading.value(column);
            if (reading.has(column) && !isNear(value)) {
                String allowed = Arrays.stream(nominal).mapToObj(Reasons::number).collect(Collectors.joining(" or "));
                findings.add(
                        settings,
                        onViolation,
                        column,
                        column.sqlName() + " " + Reasons.number(value) + " is not within " + Reasons.number(within)
                                + " of " + allowed);
            }
        }
    }

    private boolean isNear(double value) {
        for (double centre : nominal) {
            if (value >= centre - within && value <= centre + within) {
                return true;
            }
        }
        return false;
    }
}
