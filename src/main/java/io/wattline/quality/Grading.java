package io.wattline.quality;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The rules of grading, from {@code config/quality.yaml}.
 *
 * @param limits        by dimension the least share of A, B, C and D
 * @param nullRate      share of nulls in the core fields that a channel has
 * @param outOfRange    share of readings with impossible power
 * @param gap           longest span without readings, seconds
 * @param findings      the best grade with open findings, by severity
 * @param rulesNotRun   the best grade where checks have not run
 * @param runWithin     a check whose last run is longer ago counts as not run
 */
public record Grading(
        Map<Dimension, List<Double>> limits,
        GradeLimit nullRate,
        GradeLimit outOfRange,
        GradeLimit gap,
        Map<FindingSeverity, Grade> findings,
        Grade rulesNotRun,
        Duration runWithin) {

    /** The grade of a share of one dimension. */
    Grade of(Dimension dimension, double share) {
        List<Double> least = limits.get(dimension);
        for (Grade grade : Grade.values()) {
            if (grade == Grade.F || share >= least.get(grade.ordinal())) {
                return grade;
            }
        }
        return Grade.F;
    }
}
