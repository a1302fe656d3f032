package io.wattline.quality;

import java.util.List;
import java.util.Map;

/**
 * The grade of a channel or a site, and why.
 *
 * @param grade   that of its worst dimension, and no better than limits, findings and rules that did not run allow
 * @param shares  by dimension, 0 to 1; a dimension of which nothing can be said is left out
 * @param grades  by dimension
 * @param because everything that keeps the grade from being A, the worst first; empty with A
 */
public record Scorecard(
        ScoredSubject subject,
        Grade grade,
        Map<Dimension, Double> shares,
        Map<Dimension, Grade> grades,
        List<String> because) {

    public Scorecard {
        shares = Map.copyOf(shares);
        grades = Map.copyOf(grades);
        because = List.copyOf(because);
    }
}
