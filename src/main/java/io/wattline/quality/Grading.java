package io.wattline.quality;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How grades are given: {@code config/quality.yaml}.
 *
 * @param limits        by dimension the least share of A, B, C and D
 * @param nullRate      share of nulls in the core fields that a channel has
 * @param outOfRange    share of readings with impossible power
 * @param gap           longest time without readings, seconds
 * @param findings      the best grade that open findings of a severity allow
 * @param rulesNotRun   the best grade where rules that should have run did not
 * @param runWithin     a rule that ran longer ago has not run
 */
public record Grading(Map<Dimension, List<Double>> limits, Limit nullRate, Limit outOfRange, Limit gap, Map<FindingSeverity, Grade> findings, Grade rulesNotRun, Duration runWithin) {

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
