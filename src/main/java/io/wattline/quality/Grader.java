package io.wattline.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Grades channels and sites. The unknown never counts as good: the grade is F where no reading was due, and not A where
 * checks have not run.
 */
public final class Grader {

    private final Grading grading;

    public Grader(Grading grading) {
        this.grading = grading;
    }

    public Scorecard grade(ScoredSubject subject) {
        QualityFigures figures = subject.figures();
        Map<Dimension, Double> shares = new EnumMap<>(Dimension.class);
        Map<Dimension, Grade> grades = new EnumMap<>(Dimension.class);
        List<Cap> caps = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            double share = figures.share(dimension);
            if (!Double.isNaN(share)) {
                Grade grade = grading.of(dimension, share);
                shares.put(dimension, share);
                grades.put(dimension, grade);
                caps.add(new Cap(grade, dimension.text() + " " + percent(share)));
            }
        }
        addLimits(figures, caps);
        addFindings(subject, caps);
        Grade worst = caps.stream().map(Cap::grade).reduce(Grade.A, Grade::atBest);
        List<String> because = caps.stream()
                .filter(cap -> cap.grade() != Grade.A)
                .sorted(Comparator.comparing(Cap::grade).reversed())
                .map(Cap::text)
                .toList();
        return new Scorecard(subject, worst, shares, grades, because);
    }

    private void addLimits(QualityFigures figures, List<Cap> caps) {
        addLimit(grading.nullRate(), figures.nullRate(), "nulls " + percent(figures.nullRate()), caps);
        addLimit(
                grading.outOfRange(),
                figures.outOfRangeRate(),
                "out of range " + percent(figures.outOfRangeRate()),
                caps);
        addLimit(
                grading.gap(),
                figures.longestGapSeconds(),
                String.format(Locale.ROOT, "gap of %.1f h", figures.longestGapSeconds() / 3600.0),
                caps);
    }

    private static void addLimit(GradeLimit limit, double found, String text, List<Cap> caps) {
        if (limit.isBrokenBy(found)) {
            caps.add(new Cap(limit.atBest(), text));
        }
    }

    private void addFindings(ScoredSubject subject, List<Cap> caps) {
        subject.findings()
                .forEach(open -> caps.add(new Cap(
                        grading.findings().get(open.severity()),
                        open.count() + " x " + open.rule() + " ("
                                + open.severity().text() + ")")));
        Map<String, List<String>> notRun = new LinkedHashMap<>();
        subject.rulesNotRun().stream().filter(CheckNotRun::missing)
                .forEach(check -> notRun.computeIfAbsent(check.why(), why -> new ArrayList<>()).add(check.rule()));
        notRun.forEach((why, rules) ->
                caps.add(new Cap(grading.rulesNotRun(), "not run: " + String.join(", ", rules) + " (" + why + ")")));
    }

    private static String percent(double share) {
        // rounded down: 0.98999 is not 99 %
        return String.format(Locale.ROOT, "%.1f %%", Math.floor(share * 1000) / 10);
    }

    /** The best grade that one figure allows. */
    private record Cap(Grade grade, String text) {
    }
}
